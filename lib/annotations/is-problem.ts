/** A theme in a span. */
export interface Mention {
  /** How the span feels about the theme. */
  sentimentLabel: string | null;
  /** Whether that was read or said of the theme, apart from its span. */
  isOwn: boolean;
  /** Of the span. */
  kind: string | null;
}

/**
 * Whether a span speaks of a problem with a theme: what it feels about it is not positive, and its kind is not question or
 * no content; nor praise, unless the theme was blamed within it. Everything that counts mentions of a theme as a problem
 * counts by this rule; `mentionIsProblem` is the same in SQL.
 */
export function isProblem({ sentimentLabel, isOwn, kind }: Mention): boolean {
  if (sentimentLabel === 'positive' || kind === 'question' || kind === 'no_content') return false;
  return kind !== 'praise' || (isOwn && sentimentLabel === 'negative');
}
