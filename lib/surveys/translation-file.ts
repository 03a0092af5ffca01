import { invalid, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { getSurvey } from '@/lib/surveys/get-survey';
import { piecesOf } from '@/lib/surveys/localise';
import { findTranslationProblems } from '@/lib/surveys/piping-problems';
import { saveTranslation } from '@/lib/surveys/save-translation';
import {
  formatTranslationCsv,
  parseTranslationCsv,
  type TranslatedPiece,
} from '@/lib/surveys/translation-csv';
import { formatXliff, parseXliff } from '@/lib/surveys/translation-xliff';
import type { Definition } from '@/lib/widget/definition';

export const translationFormats = ['csv', 'xliff'] as const;
export type TranslationFormat = (typeof translationFormats)[number];

/** The longest that a translation of a piece may be. */
const LONGEST = 1000;
/** Problems named at once: the rest is seen once these are mended. */
const NAMED_PROBLEMS = 5;

/** A survey's pieces with their words in another language, for translators. */
export async function exportTranslation(
  scope: Scope,
  { surveyId, language, format }: { surveyId: string; language: string; format: TranslationFormat },
): Promise<string> {
  const definition = await getWritten(scope, surveyId);
  const pieces = piecesOf(definition);
  const words = definition.translations[language] ?? {};
  if (format === 'csv') return formatTranslationCsv(pieces, words);
  return formatXliff({ from: definition.language, to: language }, pieces, words);
}

/**
 * Takes a translator's file, CSV or XLIFF, into the draft: all of it or nothing.
 * @returns how many pieces it translates, and of how many.
 * @throws ExpectedError 'invalid' naming the lines.
 */
export async function importTranslation(
  scope: Scope,
  { surveyId, language, bytes }: { surveyId: string; language: string; bytes: Uint8Array },
): Promise<{ translated: number; pieces: number }> {
  return scope.run(async (_db, inner) => {
    const definition = await getWritten(inner, surveyId);
    const given = readFile(decode(bytes), language);
    const problems = findProblems(definition, given);
    if (problems.length > 0) {
      const more = problems.length - NAMED_PROBLEMS;
      throw invalid(
        `Nothing was changed. ${problems.slice(0, NAMED_PROBLEMS).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`,
      );
    }
    const words = given.flatMap(({ place, target }) => (target === '' ? [] : [[place, target] as const]));
    await saveTranslation(inner, { surveyId, language, ...Object.fromEntries(words) });
    return { translated: words.length, pieces: piecesOf(definition).length };
  });
}

async function getWritten(scope: Scope, surveyId: string): Promise<Definition> {
  const { draft, published } = await getSurvey(scope, surveyId);
  const definition = (draft ?? published)?.definition;
  if (!definition) throw notFound('survey');
  return definition;
}

function readFile(text: string, language: string): TranslatedPiece[] {
  if (!text.trimStart().startsWith('<')) return parseTranslationCsv(text);
  const { language: named, pieces } = parseXliff(text);
  if (named !== null && named.toLowerCase() !== language.toLowerCase()) {
    throw invalid(`The file is a translation into "${named}", not into "${language}".`);
  }
  return pieces;
}

/** Spreadsheets and tools write UTF-8 or, with its mark, UTF-16. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw invalid('The file is not in UTF-8. Save it as "CSV UTF-8" or as XLIFF in UTF-8.');
  }
}

function findProblems(definition: Definition, given: readonly TranslatedPiece[]): string[] {
  const texts = new Map(piecesOf(definition).map(({ place, text }) => [place, text]));
  const seen = new Set<string>();
  if (given.length === 0) return ['The file has no piece of the survey.'];
  return given.flatMap(({ line, place, source, target }) => {
    const text = texts.get(place);
    const isTwice = seen.has(place);
    seen.add(place);
    if (text === undefined) return [`Line ${line}: the survey has no piece "${place.slice(0, 100)}".`];
    if (isTwice) return [`Line ${line}: "${place}" comes a second time.`];
    if (plain(source) !== plain(text)) {
      return [
        `Line ${line}: the words of "${place}" have changed since the file was made. Download it anew.`,
      ];
    }
    if (target.length > LONGEST) return [`Line ${line}: "${place}" has more than ${LONGEST} characters.`];
    return findTranslationProblems(text, target).map((problem) => `Line ${line}: "${place}": ${problem}`);
  });
}

/** Tools break lines and double spaces as they like. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
