import type { ImportProfile } from '@/lib/ingest/schema';
import type { Draft } from './mapping-draft';

/** What the mapping screen can say of the rows before they are read; `undated` are of `profiled` rows. */
export interface RowsAhead {
  count: number;
  isExact: boolean;
  unreadable: number;
  undated: number;
  profiled: number;
  /** Rows of `count` that are left for the import; exact where every row was looked at. */
  importable: number;
}

/** How many rows there are, and how many of them will be left out for what is known already. */
export function countRowsAhead({ target, columns, defaults }: Draft, profile: ImportProfile): RowsAhead {
  const { count, isExact, unreadable, profiled } = profile.rows;
  const dated = columns.find(({ field }) => field === 'occurredAt')?.column;
  const dates = profile.columns.find(({ name }) => name === dated);
  const mayLack = target === 'feedback' && dates !== undefined && defaults.occurredAt === undefined;
  const undated = mayLack ? Math.round((1 - dates.filledShare) * profiled) : 0;
  const isAllSeen = isExact && profiled + unreadable === count;
  const share = profiled + unreadable === 0 ? 0 : (unreadable + undated) / (profiled + unreadable);
  const leftOut = isAllSeen ? unreadable + undated : Math.round(share * count);
  return { count, isExact: isAllSeen, unreadable, undated, profiled, importable: count - leftOut };
}
