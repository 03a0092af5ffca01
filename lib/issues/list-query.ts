import { z } from 'zod';
import type { PriorityWeights } from '@/lib/impact/priority';
import { type IssueStatus, issueStatuses, NOBODY } from '@/lib/issues/schema';
import { formatWeights, weightsSchema } from '@/lib/issues/weights';

/** In an address: whoever looks. A shared view of "mine" shows everyone their own. */
export const ME = 'me';

/** The address of the ranked list: what a saved view keeps, and a link to it. */
export const issueListSchema = z.object({
  weights: weightsSchema.optional().catch(undefined),
  status: z.enum(issueStatuses).optional().catch(undefined),
  owner: z
    .union([z.literal(ME), z.literal(NOBODY), z.uuid()])
    .optional()
    .catch(undefined),
});

/** What the list is narrowed and weighted by; null is "all", or the workspace's own weights. */
export interface IssueListState {
  weights: PriorityWeights | null;
  status: IssueStatus | null;
  owner: string | null;
}

/** The query of an address, in a fixed order, without what is not set. */
export function formatListQuery({ weights, status, owner }: IssueListState): string {
  const query = new URLSearchParams();
  if (weights) query.set('weights', formatWeights(weights));
  if (status) query.set('status', status);
  if (owner) query.set('owner', owner);
  return query.toString();
}

/** Reads a query again; what does not fit is dropped, for it was written by {@link formatListQuery} or by nobody. */
export function parseListQuery(text: string): IssueListState {
  const parsed = issueListSchema.parse(Object.fromEntries(new URLSearchParams(text)));
  return { weights: parsed.weights ?? null, status: parsed.status ?? null, owner: parsed.owner ?? null };
}
