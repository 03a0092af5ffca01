import { parseLanguage } from '@/lib/nlp/language/parse-language';

/** Under which names sources say which language their customer uses, the most telling first. */
const NAMES = ['language', 'lang', 'locale'] as const;

/**
 * The language in which a statement was most likely written, ISO 639-1: of the version of the survey that it answers, or as its
 * source says it among its own fields; null where neither does.
 */
export function hintLanguage(custom: unknown, asked?: string | null): string | null {
  const fields: Partial<Record<string, unknown>> =
    typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? custom : {};
  for (const language of [asked, ...NAMES.map((name) => fields[name])]) {
    const code = typeof language === 'string' ? parseLanguage(language) : null;
    if (code !== null) return code;
  }
  return null;
}
