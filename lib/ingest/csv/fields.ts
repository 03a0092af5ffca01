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
  contactName: 'short-text',
  npsScore: 'score-0-10',
  csatScore: 'score-1-5',
  rating: 'score-1-5',
  channel: 'short-text',
  language: 'short-text',
  url: 'short-text',
  amount: 'money',
} as const satisfies Record<string, FieldKind>;
export type FeedbackField = keyof typeof FEEDBACK_FIELDS;

/** The fields of an account a column can fill; any other column can be kept as `custom`. */
export const ACCOUNT_FIELDS = {
  externalId: 'short-text',
  name: 'short-text',
  domain: 'short-text',
  arr: 'money',
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
