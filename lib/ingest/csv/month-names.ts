const LOCALES = ['en', 'fr', 'de', 'es', 'it', 'pt'];
// Short forms in use that Intl does not give, without accents.
const MORE: Record<string, number> = {
  sept: 9,
  mrz: 3,
  mae: 3,
  jänner: 1,
  janner: 1,
  fevr: 2,
  juil: 7,
  set: 9,
  setiembre: 9,
};

/** A name as it is compared: lower case, no accents, no final dot. */
export function simplifyName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase();
}

function listNames(field: 'month' | 'weekday'): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { [field]: style, timeZone: 'UTC' });
      // 2024 begins on a Monday, so the first days serve as weekdays.
      for (let number = 1; number <= (field === 'month' ? 12 : 7); number++) {
        const date = field === 'month' ? Date.UTC(2024, number - 1, 1) : Date.UTC(2024, 0, number);
        names.set(simplifyName(format.format(date)), number);
      }
    }
  }
  return names;
}

const months = new Map([...listNames('month'), ...Object.entries(MORE)]);
const weekdays = listNames('weekday');

/** The number of a month (1 to 12) named in English, French, German, Spanish, Italian or Portuguese, or null. */
export function findMonth(name: string): number | null {
  return months.get(simplifyName(name)) ?? null;
}

/** True for the name of a day of the week in one of those languages. */
export function isWeekday(name: string): boolean {
  return weekdays.has(simplifyName(name));
}
