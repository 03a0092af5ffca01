/** Kinds of statement that never speak of a problem, whatever their sentiment. */
const NO_PROBLEM = ['praise', 'question', 'no_content'] as const;

/**
 * Whether a span speaks of a problem: its sentiment is not positive and its kind is not praise, question or no content.
 * Everything that counts mentions of a theme as a problem counts spans by this rule; `spanIsProblem` is the same in SQL.
 */
export function isProblem(span: { sentimentLabel: string | null; kind: string | null }): boolean {
  return span.sentimentLabel !== 'positive' && !NO_PROBLEM.some((kind) => kind === span.kind);
}
