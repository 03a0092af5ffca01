/** Languages whose names sources write out, in English, in themselves and in each other. */
const NAMED = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'no',
  'fi',
  'pl',
  'cs',
  'ru',
  'tr',
  'ja',
  'ko',
  'zh',
  'ar',
  'he',
];

const codeByName = new Map(
  NAMED.flatMap((inLanguage) => {
    const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
    return NAMED.map((code) => [names.of(code)?.toLowerCase() ?? code, code] as const);
  }),
);
const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
const REGION_AFTER = /\s*[(,–-].*$/u;

/** The language that a source's word for it means, as ISO 639-1: "fr", "pt_BR", "deu", "Spanish (Mexico)"; null where it says none. */
export function parseLanguage(written: string): string | null {
  const trimmed = written.trim();
  if (!TAG.test(trimmed)) return codeByName.get(trimmed.replace(REGION_AFTER, '').toLowerCase()) ?? null;
  const named = codeByName.get(trimmed.toLowerCase());
  if (named) return named;
  const { language } = new Intl.Locale(trimmed.replaceAll('_', '-'));
  if (language === 'nb' || language === 'nn') return 'no';
  return language.length === 2 && englishNames.of(language) ? language : null;
}
