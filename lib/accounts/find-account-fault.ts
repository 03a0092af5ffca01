/** What is checked of an account before it is written, from whatever source. */
interface Checked {
  startedAt?: Date | null | undefined;
  churnedAt?: Date | null | undefined;
  renewalAt?: Date | null | undefined;
  arrCents?: number | null | undefined;
  currency?: string | null | undefined;
  arrHistory?: readonly { validFrom: Date }[] | undefined;
}

/** No account is older; a time-less "nothing" is often written as the year 1 or 1900. */
const EARLIEST_START = new Date('1901-01-01');
/** A contract may be signed before it begins; further ahead it is a slip of the pen. */
const MOST_DAYS_AHEAD = 366;
/** A contract of ten years that is signed a year ahead renews no later. */
const MOST_YEARS_TO_RENEWAL = 11;
const MS_PER_DAY = 86_400_000;

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Whether a renewal is further ahead than any contract reaches: a slip of the pen, or a stand-in for "never". */
export function isRenewalTooFar(renewalAt: Date, today: Date): boolean {
  return (
    renewalAt.getTime() >
    Date.UTC(today.getUTCFullYear() + MOST_YEARS_TO_RENEWAL, today.getUTCMonth(), today.getUTCDate())
  );
}

/** Why an account cannot be as it is said to be, with the field at fault; null where it can. */
export function findAccountFault(
  { startedAt, churnedAt, renewalAt, arrCents, currency, arrHistory = [] }: Checked,
  today: Date,
): { field: string; reason: string } | null {
  const hasArr = arrCents !== null && arrCents !== undefined;
  if (startedAt && churnedAt && churnedAt < startedAt) {
    const reason = `the account left (${day(churnedAt)}) before it started (${day(startedAt)})`;
    return { field: 'churnedAt', reason };
  }
  if (startedAt && renewalAt && renewalAt < startedAt) {
    const reason = `the account renews (${day(renewalAt)}) before it started (${day(startedAt)})`;
    return { field: 'renewalAt', reason };
  }
  if (churnedAt && churnedAt > today) {
    return { field: 'churnedAt', reason: `the account left in the future (${day(churnedAt)})` };
  }
  if (startedAt && startedAt.getTime() > today.getTime() + MOST_DAYS_AHEAD * MS_PER_DAY) {
    return { field: 'startedAt', reason: `the account starts more than a year ahead (${day(startedAt)})` };
  }
  if (startedAt && startedAt < EARLIEST_START) {
    return { field: 'startedAt', reason: `the account starts before 1901 (${day(startedAt)})` };
  }
  if (renewalAt && isRenewalTooFar(renewalAt, today)) {
    const reason = `the account renews more than ${MOST_YEARS_TO_RENEWAL} years ahead (${day(renewalAt)})`;
    return { field: 'renewalAt', reason };
  }
  if (hasArr && arrCents < 0) return { field: 'arrCents', reason: 'the revenue is below zero' };
  if (hasArr && !currency) return { field: 'currency', reason: 'the revenue has no currency' };
  const later = arrHistory.findIndex(({ validFrom }) => validFrom > today);
  const line = arrHistory[later];
  if (!line) return null;
  const reason = `the revenue is said to hold from a day in the future (${day(line.validFrom)})`;
  return { field: `arrHistory.${later}.validFrom`, reason };
}
