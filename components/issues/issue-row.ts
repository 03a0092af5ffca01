import type { PriorityValues } from '@/lib/impact/priority';
import type { IssueStatus } from '@/lib/issues/schema';
import type { RevenueFigures } from './revenue-words';

/** An issue as the list shows it: plain data, so that the browser can rank it again. Money in minor units. */
export interface IssueRow extends PriorityValues, RevenueFigures {
  issueId: string;
  title: string;
  status: IssueStatus;
  ownerId: string | null;
  /** Working days of one person; null where nobody said. */
  effortDays: number | null;
  accounts: number;
  mentions: number;
  /** Those of them that came from no known account. */
  mentionsWithoutAccount: number;
  isChurnLinked: boolean;
  estimate: {
    riskRatio: number;
    low: number | null;
    high: number | null;
    qValue: number;
    /** What rank and revenue at risk count with. */
    shrunkRatio: number;
  } | null;
  /** Why there is no estimate; empty where there is one. */
  reason: string;
  /** Problem mentions a week, oldest first. */
  trend: number[];
  stability: { top5Share: number; top10Share: number } | null;
  href: string;
  mentionsHref: string;
  /** The accounts that ever had it, those that have it now, and the months of both sides. */
  accountsHref: string;
  exposedHref: string;
  monthsHref: string;
  mentionsWithoutAccountHref: string;
}
