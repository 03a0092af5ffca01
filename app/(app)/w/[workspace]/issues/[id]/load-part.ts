import type { FilterNames } from '@/components/issues/record-filter-words';
import { findFilterNames } from '@/lib/annotations/find-filter-choices';
import type { Scope } from '@/lib/db/scope';
import { type RecordFilter, recordFilterSchema } from '@/lib/impact/record-filter';
import { getIssue, type RankedIssuePage } from '@/lib/issues/get-issue';
import { type Address, readAddress } from '@/lib/responses/address';
import { getSetting } from '@/lib/settings/queries';

export interface IssuePart extends RankedIssuePage {
  filter: RecordFilter;
  /** What it holds by id, by name. */
  names: FilterNames;
  /** Fields of the filter that could not be read: then nothing may be shown. */
  unreadable: string[];
}

/** An issue in the ranking that an address asks for: recomputed for a part where it names one. */
export async function loadPart(scope: Scope, issueId: string, address: Address): Promise<IssuePart> {
  const { fields, unreadable } = readAddress(recordFilterSchema, address);
  const filter = fields ?? {};
  const weights = await getSetting(scope, 'rankingWeights');
  const { source } = await findFilterNames(scope, { source: filter.source });
  const names = source ? { source } : {};
  return { filter, names, unreadable, ...(await getIssue(scope, issueId, weights, filter)) };
}
