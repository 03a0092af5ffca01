/** What an import fills: feedback of customers, or the accounts it belongs to. */
export const IMPORT_TARGETS = ['feedback', 'accounts'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** How the cells of a field are read. */
export type FieldKind =
  | 'long-text'
  | 'short-text'
  | 'email'
  | 'date'
  | 'score-0-10'
  | 'score-1-5'
  | 'score-1-7'
  | 'score-own-scale'
  | 'phone'
  | 'money'
  | 'currency'
  | 'flag';

/** The fields of feedback a column can fill; any other column can be kept as `custom`. */
export const FEEDBACK_FIELDS = {
  text: 'long-text',
  title: 'short-text',
  externalId: 'short-text',
  occurredAt: 'date',
  accountExternalId: 'short-text',
  accountName: 'short-text',
  contactExternalId: 'short-text',
  contactEmail: 'email',
  contactPhone: 'phone',
  contactName: 'short-text',
  npsScore: 'score-0-10',
  csatScore: 'score-1-5',
  cesScore: 'score-1-7',
  rating: 'score-1-5',
  scaleScore: 'score-own-scale',
  answerText: 'long-text',
  answerChoice: 'short-text',
  channel: 'short-text',
  language: 'short-text',
  url: 'short-text',
  amount: 'money',
} as const satisfies Record<string, FieldKind>;
export type FeedbackField = keyof typeof FEEDBACK_FIELDS;

/** Fields that several columns may fill, as a questionnaire asks several questions of a kind. */
export const REPEATABLE_FIELDS: ReadonlySet<string> = new Set([
  'npsScore',
  'csatScore',
  'cesScore',
  'rating',
  'scaleScore',
  'answerText',
  'answerChoice',
] satisfies FeedbackField[]);

/** Fields that say something by themselves: a row of feedback needs one of them. */
export const SAYING_FIELDS: ReadonlySet<string> = new Set(['text', ...REPEATABLE_FIELDS]);

/**
 * Whether a file is the answers to a questionnaire: each row is then one response, its scores and choices are answers to
 * questions, and each open answer is feedback of its own.
 */
export function isQuestionnaire(columns: readonly { field: string }[]): boolean {
  const fields = columns.map(({ field }) => field).filter((field) => REPEATABLE_FIELDS.has(field));
  const isOfQuestions = (field: string) =>
    ['answerText', 'answerChoice', 'cesScore', 'scaleScore'].includes(field);
  return fields.some(isOfQuestions) || new Set(fields).size < fields.length;
}

/** The fields of an account a column can fill; any other column can be kept as `custom`. */
export const ACCOUNT_FIELDS = {
  externalId: 'short-text',
  name: 'short-text',
  domain: 'short-text',
  arr: 'money',
  arrReason: 'short-text',
  currency: 'currency',
  plan: 'short-text',
  segment: 'short-text',
  industry: 'short-text',
  country: 'short-text',
  startedAt: 'date',
  renewalAt: 'date',
  churnedAt: 'date',
  churned: 'flag',
  churnReason: 'short-text',
  ownerEmail: 'email',
} as const satisfies Record<string, FieldKind>;
export type AccountField = keyof typeof ACCOUNT_FIELDS;

export type MappedField = FeedbackField | AccountField | 'custom';

/** The kind of a field of a target; null when the target has no such field. */
export function findFieldKind(target: ImportTarget, field: string): FieldKind | null {
  const kinds: Record<string, FieldKind> = target === 'feedback' ? FEEDBACK_FIELDS : ACCOUNT_FIELDS;
  return Object.hasOwn(kinds, field) ? (kinds[field] ?? null) : null;
}
