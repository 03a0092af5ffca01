import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { type FeedbackRow, findFeedbackPage } from '@/lib/annotations/find-feedback';
import type { Scope } from '@/lib/db/scope';

/** Shorter texts say little by themselves: "Too slow." */
const FEWEST_CHARACTERS = 40;
const LOOKED_AT = 60;

/** The newest statements of a filter that say something by themselves, one for each account or person. */
export async function findRecentQuotes(
  scope: Scope,
  filter: FeedbackFilter,
  most: number,
): Promise<FeedbackRow[]> {
  const { rows } = await findFeedbackPage(scope, filter, null, LOOKED_AT);
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
