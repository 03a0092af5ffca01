import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { type FeedbackRow, findFeedbackPage } from '@/lib/annotations/find-feedback';
import type { Scope } from '@/lib/db/scope';

/** Shorter texts say little by themselves: "Too slow." */
const FEWEST_CHARACTERS = 40;
const LOOKED_AT = 60;

/** From this confidence on the engine is rather sure how a statement feels. */
const CONFIDENT = 0.5;

/**
 * Newest statements of a filter that say something by themselves, one for each account or person: first the problems
 * of whose sentiment the engine is confident, then, where those are too few, the others.
 */
export async function findRecentQuotes(
  scope: Scope,
  filter: FeedbackFilter,
  most: number,
): Promise<FeedbackRow[]> {
  const problems = await findFeedbackPage(scope, { ...filter, kind: 'problem' }, null, LOOKED_AT);
  const sure = pickQuotes(
    problems.rows.filter((row) => (row.sentimentConfidence ?? 0) >= CONFIDENT),
    most,
  );
  if (sure.length === most) return sure;
  const { rows } = await findFeedbackPage(scope, filter, null, LOOKED_AT);
  return pickQuotes([...sure, ...rows], most);
}

/** The first rows long enough to say something, one for each account or person. */
export function pickQuotes(rows: readonly FeedbackRow[], most: number): FeedbackRow[] {
  const speakers = new Set<string>();
  const quotes: FeedbackRow[] = [];
  for (const row of rows) {
    const speaker = row.accountId ?? row.contactName ?? row.id;
    if (quotes.length === most) break;
    if (row.text.length < FEWEST_CHARACTERS || speakers.has(speaker)) continue;
    speakers.add(speaker);
    quotes.push(row);
  }
  return quotes;
}
