import { z } from 'zod';
import type { PriorityWeights } from '@/lib/impact/priority';
import { type IssueStatus, issueStatuses, NOBODY } from '@/lib/issues/schema';
import { formatWeights, weightsSchema } from '@/lib/issues/weights';

/** In an address: whoever looks. A shared view of "mine" shows everyone their own. */
export const ME = 'me';

/** The query of an export: what cannot be read is refused, for it must not widen what leaves the house. */
export const strictListSchema = z.object({
  weights: weightsSchema.optional(),
  status: z.enum(issueStatuses).optional(),
  owner: z.union([z.literal(ME), z.literal(NOBODY), z.uuid()]).optional(),
});

/** The address of the ranked list: what a saved view keeps, and a link to it. */
export const issueListSchema = z.object({
  weights: strictListSchema.shape.weights.catch(undefined),
  status: strictListSchema.shape.status.catch(undefined),
  owner: strictListSchema.shape.owner.catch(undefined),
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

/** Whether an issue is among those that a list shows to a member. */
export function isListed(
  issue: { status: IssueStatus; ownerId: string | null },
  { status, owner }: Pick<IssueListState, 'status' | 'owner'>,
  memberId: string | null,
): boolean {
  if (status !== null && issue.status !== status) return false;
  if (owner === null) return true;
  if (owner === NOBODY) return issue.ownerId === null;
  return issue.ownerId === (owner === ME ? memberId : owner);
}
