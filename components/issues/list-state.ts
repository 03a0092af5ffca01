import type { PriorityWeights } from '@/lib/impact/priority';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { formatListQuery } from '@/lib/issues/list-query';
import type { IssueStatus } from '@/lib/issues/schema';
import { formatWeights } from '@/lib/issues/weights';

/** What the list shows now. */
export interface ListView {
  weights: PriorityWeights;
  status: IssueStatus | null;
  /** `me`, `nobody` or a member's id; null for all. */
  owner: string | null;
  page: number;
  /** What the list was recomputed for; changing it loads the list anew. */
  filter: RecordFilter;
}

/** The query that a view of the list is kept under; weights only where they are not the workspace's own. */
export function queryOf({ weights, status, owner, filter }: ListView, saved: PriorityWeights): string {
  const isOwn = formatWeights(weights) === formatWeights(saved);
  return formatListQuery({ weights: isOwn ? null : weights, status, owner, filter });
}

/** The address of a view of the list, relative to it. */
export function addressOf(view: ListView, saved: PriorityWeights): string {
  const query = new URLSearchParams(queryOf(view, saved));
  if (view.page > 1) query.set('page', String(view.page));
  return query.size > 0 ? `?${query}` : '?';
}
