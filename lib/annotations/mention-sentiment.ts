type Label = 'negative' | 'neutral' | 'positive';

/** What is known of how a span feels about one of its themes. */
export interface MentionSentiment {
  /** Read of the words around the theme, or said by a person of it; null where neither. */
  own: Label | null;
  isOwnByPerson: boolean;
  /** Of the span as a whole. */
  span: Label | null;
  isSpanByPerson: boolean;
}

/**
 * How a span feels about one of its themes: by what was said of the theme; else a person's word about the span; else what was
 * read around the theme; else what was read of the span. `mentionSentiment` is the same in SQL.
 */
export function resolveSentiment({
  own,
  isOwnByPerson,
  span,
  isSpanByPerson,
}: MentionSentiment): Label | null {
  return (isOwnByPerson || !isSpanByPerson ? own : null) ?? span;
}

const SIGNS = { negative: -1, neutral: 0, positive: 1 };

/**
 * How a comment feels about a theme that it mentions several times: as most of its mentions do; neutral where as many are
 * positive as negative; null where none is judged.
 */
export function weighMentions(labels: readonly (Label | null)[]): Label | null {
  const judged = labels.filter((label) => label !== null);
  if (judged.length === 0) return null;
  const sum = judged.reduce((total, label) => total + SIGNS[label], 0);
  return sum < 0 ? 'negative' : sum > 0 ? 'positive' : 'neutral';
}
