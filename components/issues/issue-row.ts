import type { PriorityValues } from '@/lib/impact/priority';
import type { IssueStatus } from '@/lib/issues/schema';

/** An issue as the list shows it: plain data, so that the browser can rank it again. Money in minor units. */
export interface IssueRow extends PriorityValues {
  issueId: string;
  title: string;
  status: IssueStatus;
  accounts: number;
  mentions: number;
  isChurnLinked: boolean;
  estimate: { riskRatio: number; low: number | null; high: number | null; qValue: number } | null;
  /** Why there is no estimate; empty where there is one. */
  reason: string;
  exposedAccounts: number;
  exposedArrCents: number;
  arrAtRisk: { cents: number; lowCents: number | null; highCents: number | null } | null;
  /** Problem mentions a week, oldest first. */
  trend: number[];
  stability: { top5Share: number; top10Share: number } | null;
  href: string;
  mentionsHref: string;
}
