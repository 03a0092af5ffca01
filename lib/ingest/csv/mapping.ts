import type { DecimalMark } from '@/lib/core/money';
import type { ListSign } from './choice-lists';
import { type ColumnLook, type ColumnProfile, MOSTLY } from './columns';
import type { DateFormat } from './date-formats';
import { ACCOUNT_NAMES, FEEDBACK_NAMES, normaliseName } from './field-names';
import {
  ACCOUNT_FIELDS,
  FEEDBACK_FIELDS,
  type FieldKind,
  type ImportTarget,
  type MappedField,
} from './fields';
import { hasRequired } from './mapping-problems';
import { fitsScale, ownScaleOf, type Scale } from './scales';

/** A column with the field it was guessed to fill, how sure that is (0..1) and what it rests on. */
export interface GuessedColumn {
  field: MappedField;
  column: string;
  options: {
    dateFormat?: DateFormat;
    decimal?: DecimalMark;
    currency?: string;
    listSign?: ListSign;
    scale?: Scale;
  };
  confidence: number;
  reason: string;
}

/** What only a person can settle before the import. */
export type MappingQuestion =
  | {
      kind: 'date-format';
      column: string;
      candidates: { format: DateFormat; example: string; reading: string }[];
    }
  | { kind: 'decimal' | 'currency'; column: string }
  | { kind: 'missing-field'; field: MappedField }
  | { kind: 'churned-without-date'; column: string };

export interface MappingGuess {
  target: ImportTarget;
  columns: GuessedColumn[];
  questions: MappingQuestion[];
}

// Values a field can hold. What a column holds beats what it is called: a "comment" of numbers is not the text.
const SUITABLE: Record<FieldKind, ColumnLook[]> = {
  'long-text': ['text'],
  'short-text': ['text', 'category', 'id', 'number', 'score010', 'score15', 'email', 'url'],
  email: ['email'],
  date: ['date'],
  'score-0-10': ['score010', 'score15'],
  'score-1-5': ['score15'],
  'score-1-7': ['score010', 'score15'],
  'score-own-scale': ['score010', 'score15', 'number'],
  phone: ['id', 'number', 'category', 'text'],
  money: ['money', 'number', 'score010', 'score15', 'id'],
  currency: ['category'],
  flag: ['boolean'],
};
const WORDS: ColumnLook[] = ['text', 'category', 'id'];
const SUITABLE_FOR: Partial<Record<MappedField, ColumnLook[]>> = {
  title: ['text', 'category'],
  externalId: ['id', 'number', 'category', 'score010', 'score15'],
  accountName: WORDS,
  contactName: WORDS,
  name: WORDS,
  domain: ['url', 'category', 'id'],
  url: ['url'],
  channel: ['category', 'text'],
  language: ['category'],
  plan: ['category', 'text'],
  segment: ['category', 'text'],
  industry: ['category', 'text'],
  country: ['category', 'text'],
  churnReason: ['category', 'text'],
  arrReason: ['category', 'text'],
};

const MIN_CONFIDENCE = 0.45;
// What looks like text is offered as the text even when it is short: a person sees it in the preview.
const MIN_TEXT_CONFIDENCE = 0.15;
// A column with texts of this length in every row is half as likely as one of endless texts to be what people wrote.
const TYPICAL_TEXT_CHARS = 50;
const MAX_CUSTOM_COLUMNS = 50;
const CURRENCIES_IN_NAMES = /\b(usd|eur|gbp|chf|cad|aud|jpy|sek|nok|dkk|pln|brl|inr|mxn)\b/;

/** What staff answered is not what a customer said, however long it is. */
const OF_STAFF =
  /\b(agent|staff|developer|admin|company|owner|conversation parts)\b.*\b(comment|reply|response|answer|text|body|message)\b/;

/** What staff said or who they are, of which a file of conversations holds lists: not kept unless a person asks for it. */
const LIST_OF_STAFF = /\b(conversation parts|teammates?|admins?|agents?)\b/;
const isListOfStaff = ({ name, looksLike }: ColumnProfile) =>
  looksLike === 'json' && LIST_OF_STAFF.test(normaliseName(name));

/** What people are asked to score; a share or a number of something else may state a scale, too. */
const SCORED =
  /\b(rat(?:e|ed|ing)s?|scor(?:e|ed|ing)s?|stars?|nps|csat|ces|satisf\w*|effort|ease|easy|recommend\w*|likel\w*|happy|bewertung|zufrieden\w*|note|puntuaci\w*)\b/;

export const reasonOfScale = ({ low, high }: Scale) => `it is a score from ${low} to ${high}`;

interface Rating {
  confidence: number;
  reason: string;
}

/** How well a column's name fits: 1 for a known name, less when the name is only part of it. */
function rateName(column: string, names: readonly string[], isPartEnough: boolean): Rating {
  const name = normaliseName(column);
  const exact = names.indexOf(name);
  if (exact !== -1) return { confidence: 1 - exact / 1000, reason: `it is named "${column}"` };
  const [part] = names
    .filter((each) => each !== '' && ` ${name} `.includes(` ${each} `))
    .sort((a, b) => b.length - a.length);
  if (!part) return { confidence: 0, reason: '' };
  const share = part.split(' ').length / name.split(' ').length;
  return { confidence: isPartEnough ? 0.6 : 0.3 + 0.4 * share, reason: `its name contains "${part}"` };
}

/** Text is found by what a column holds first: the longest natural language, weighed with its name. */
function rateText(profile: ColumnProfile, name: Rating): Rating {
  if (OF_STAFF.test(normaliseName(profile.name))) return { confidence: 0, reason: '' };
  const isShort = profile.looksLike === 'category';
  if (profile.looksLike !== 'text' && !(isShort && name.confidence > 0.9))
    return { confidence: 0, reason: '' };
  const chars = profile.averageLength * profile.filledShare * profile.distinctShare;
  const content = chars / (chars + TYPICAL_TEXT_CHARS);
  const written = `its texts are ${Math.round(profile.averageLength)} characters long on average`;
  return {
    confidence: Math.min(1, 0.5 * name.confidence + 0.5 * content + (isShort ? 0 : 0.1)),
    reason: name.reason ? `${name.reason} and ${written}` : written,
  };
}

function rateColumn(
  target: ImportTarget,
  field: MappedField,
  kind: FieldKind,
  profile: ColumnProfile,
): Rating {
  const names: Partial<Record<MappedField, string>> = target === 'feedback' ? FEEDBACK_NAMES : ACCOUNT_NAMES;
  const isScore = kind === 'score-0-10' || kind === 'score-1-5';
  const name = rateName(profile.name, (names[field] ?? '').split(', '), isScore);
  if (kind === 'long-text') return rateText(profile, name);
  const suitable = SUITABLE_FOR[field] ?? SUITABLE[kind];
  const isNamedAmount = kind === 'money' && name.confidence > 0.9 && (profile.numberShare ?? 0) >= MOSTLY;
  const isSuitable = suitable.includes(profile.looksLike) && fitsScale(profile, field);
  if (!isSuitable && !isNamedAmount) return { confidence: 0, reason: '' };
  // The identifier of a piece of feedback is its own; a column that repeats names something else.
  if (target === 'feedback' && field === 'externalId' && profile.distinctShare < 0.95)
    return { confidence: 0, reason: '' };
  return name;
}

/** Kinds whose cells have a form: what is called so and has another form is not read as it. */
const FORMED: FieldKind[] = ['date', 'money', 'flag', 'email', 'score-0-10', 'score-1-5', 'score-1-7'];

/**
 * Columns that are named exactly as a field which nothing fills, and hold what cannot be read as it: dates, amounts, scores. A
 * person has to know, or a file's revenue would be missing without a word.
 */
export function findUnread(
  target: ImportTarget,
  profiles: readonly ColumnProfile[],
  columns: readonly { field: string; column: string }[],
): { column: string; field: MappedField }[] {
  const names: Partial<Record<string, string>> = target === 'feedback' ? FEEDBACK_NAMES : ACCOUNT_NAMES;
  const kinds = Object.entries(target === 'feedback' ? FEEDBACK_FIELDS : ACCOUNT_FIELDS) as [
    MappedField,
    FieldKind,
  ][];
  const filled = new Set(columns.map(({ field }) => field));
  const aside = profiles.filter(
    ({ name, looksLike }) =>
      looksLike !== 'empty' && columns.some(({ column, field }) => column === name && field === 'custom'),
  );
  return aside.flatMap(({ name: column, looksLike }) => {
    const found = kinds.find(
      ([field, kind]) =>
        FORMED.includes(kind) &&
        !SUITABLE[kind].includes(looksLike) &&
        !filled.has(field) &&
        (names[field] ?? '').split(', ').includes(normaliseName(column)),
    );
    return found ? [{ column, field: found[0] }] : [];
  });
}

function findCurrency(profile: ColumnProfile): string | undefined {
  const named = CURRENCIES_IN_NAMES.exec(normaliseName(profile.name))?.[1];
  if (named) return named.toUpperCase();
  const examples = profile.examples.join(' ');
  if (examples.includes('€')) return 'EUR';
  if (examples.includes('£')) return 'GBP';
  return /\b(USD|EUR|GBP|CHF|CAD|AUD|JPY)\b/.exec(examples)?.[1];
}

/** Fills the options of a guessed column; what they cannot be settled from becomes a question. */
export function settleOptions(
  profile: ColumnProfile,
  kind: FieldKind,
  questions: MappingQuestion[],
): GuessedColumn['options'] {
  const column = profile.name;
  if (kind === 'date' && profile.dates?.kind === 'found') return { dateFormat: profile.dates.format };
  if (kind === 'date' && profile.dates?.kind === 'ambiguous') {
    questions.push({ kind: 'date-format', column, candidates: profile.dates.candidates });
  }
  if (kind !== 'money') return {};
  const currency = findCurrency(profile);
  if (profile.decimal === 'ambiguous') questions.push({ kind: 'decimal', column });
  const decimal = profile.decimal === 'ambiguous' ? undefined : profile.decimal;
  return { ...(decimal ? { decimal } : {}), ...(currency ? { currency } : {}) };
}

export function listMissing(target: ImportTarget, columns: readonly GuessedColumn[]): MappingQuestion[] {
  const questions: MappingQuestion[] = [];
  const find = (field: MappedField) => columns.find((each) => each.field === field);
  const required = target === 'feedback' ? 'text' : 'externalId';
  if (!hasRequired(target, columns)) questions.push({ kind: 'missing-field', field: required });
  const money = find('amount') ?? find('arr');
  if (money && !money.options.currency && !find('currency'))
    questions.push({ kind: 'currency', column: money.column });
  const flag = find('churned');
  if (flag && !find('churnedAt')) questions.push({ kind: 'churned-without-date', column: flag.column });
  return questions;
}

/** The one column of dates of a file whose dates have no name that is known; null where there are others, or none. */
function findOnlyDates(
  profiles: readonly ColumnProfile[],
  columns: readonly GuessedColumn[],
  taken: ReadonlySet<string>,
): ColumnProfile | null {
  if (columns.some(({ field }) => field === 'occurredAt')) return null;
  const [only, ...others] = profiles.filter(({ looksLike }) => looksLike === 'date');
  return only && others.length === 0 && !taken.has(only.name) ? only : null;
}

/**
 * Guesses which column fills which field, best matches first, each column and field once. Other columns that hold
 * something are kept as custom fields (the 50 fullest). What cannot be known from the file comes back as questions:
 * dates that read two ways, the currency of amounts, a missing text, a churn flag without its date. Questions of a
 * questionnaire are not guessed here: whether columns are such is known of the exports of survey tools only.
 */
export function guessMapping(profiles: readonly ColumnProfile[], target: ImportTarget): MappingGuess {
  const kinds = (
    Object.entries(target === 'feedback' ? FEEDBACK_FIELDS : ACCOUNT_FIELDS) as [MappedField, FieldKind][]
  ).filter(([field]) => !['answerText', 'answerChoice', 'scaleScore'].includes(field));
  const pairs = kinds.flatMap(([field, kind]) =>
    profiles.map((profile) => ({ field, kind, profile, ...rateColumn(target, field, kind, profile) })),
  );
  pairs.sort((a, b) => b.confidence - a.confidence);
  const questions: MappingQuestion[] = [];
  const columns: GuessedColumn[] = [];
  const taken = new Set<string>();
  for (const { field, kind, profile, confidence, reason } of pairs) {
    const threshold = kind === 'long-text' ? MIN_TEXT_CONFIDENCE : MIN_CONFIDENCE;
    if (confidence < threshold || taken.has(profile.name) || columns.some((each) => each.field === field))
      continue;
    taken.add(profile.name);
    columns.push({
      field,
      column: profile.name,
      options: settleOptions(profile, kind, questions),
      confidence,
      reason,
    });
  }
  const only = target === 'feedback' ? findOnlyDates(profiles, columns, taken) : null;
  if (only) {
    taken.add(only.name);
    columns.push({
      ...{ field: 'occurredAt', column: only.name, options: settleOptions(only, 'date', questions) },
      ...{ confidence: MIN_CONFIDENCE, reason: 'it is the only column of dates' },
    });
  }
  questions.push(...listMissing(target, columns));
  const custom = profiles
    .filter(({ name, looksLike }) => !taken.has(name) && looksLike !== 'empty' && !/^column \d+$/.test(name))
    .filter((profile) => !isListOfStaff(profile))
    // What somebody wrote goes before all else.
    .sort(
      (a, b) =>
        Number(b.looksLike === 'text') - Number(a.looksLike === 'text') || b.filledShare - a.filledShare,
    )
    .filter(({ looksLike }, at) => looksLike === 'text' || at < MAX_CUSTOM_COLUMNS)
    .map((profile): GuessedColumn => {
      const scale = target === 'feedback' && SCORED.test(normaliseName(profile.name)) && ownScaleOf(profile);
      const shared = { column: profile.name, confidence: scale ? MIN_CONFIDENCE : 1 };
      return scale
        ? { ...shared, field: 'scaleScore', options: { scale }, reason: reasonOfScale(scale) }
        : { ...shared, field: 'custom', options: {}, reason: 'it fills no other field' };
    });
  return { target, columns: [...columns, ...custom], questions };
}
