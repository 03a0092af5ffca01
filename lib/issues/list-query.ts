import { z } from 'zod';
import type { PriorityWeights } from '@/lib/impact/priority';
import { type RecordFilter, recordFilterFields, recordFilterSchema } from '@/lib/impact/record-filter';
import { type IssueStatus, issueStatuses, NOBODY } from '@/lib/issues/schema';
import { formatWeights, weightsSchema } from '@/lib/issues/weights';

/** In an address: whoever looks. A shared view of "mine" shows everyone their own. */
export const ME = 'me';

/** The query of the list's address: what a saved view keeps, and a link to it, and what an export is narrowed to. */
export const issueListSchema = recordFilterSchema.extend({
  weights: weightsSchema.optional(),
  status: z.enum(issueStatuses).optional(),
  owner: z.union([z.literal(ME), z.literal(NOBODY), z.uuid()]).optional(),
});

/** What the list is narrowed and weighted by; null is "all", or the workspace's own weights. */
export interface IssueListState {
  weights: PriorityWeights | null;
  status: IssueStatus | null;
  owner: string | null;
  /** What it is recomputed for. */
  filter: RecordFilter;
}

/** The query of an address, in a fixed order, without what is not set. */
export function formatListQuery({ weights, status, owner, filter }: IssueListState): string {
  const query = new URLSearchParams();
  if (weights) query.set('weights', formatWeights(weights));
  if (status) query.set('status', status);
  if (owner) query.set('owner', owner);
  for (const [name, value] of recordFilterFields(filter)) query.set(name, value);
  return query.toString();
}

/** The state that the fields of an address stand for. */
export function toListState({
  weights,
  status,
  owner,
  ...filter
}: z.infer<typeof issueListSchema>): IssueListState {
  return { weights: weights ?? null, status: status ?? null, owner: owner ?? null, filter };
}

/** Reads what {@link formatListQuery} wrote; null for anything else, for a guess could show more than was asked for. */
export function parseListQuery(text: string): IssueListState | null {
  const parsed = issueListSchema.safeParse(Object.fromEntries(new URLSearchParams(text)));
  return parsed.success ? toListState(parsed.data) : null;
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
