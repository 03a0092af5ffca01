import type { ReactNode } from 'react';
import { churnListHref, issueAccountsHref } from '@/components/issues/churn-lists';
import { fixMonthsHref } from '@/components/issues/fix-months';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';

/** Where the rows behind the figures of an issue are. */
export interface ReportHrefs {
  mentions: string;
  accounts: string;
  exposed: string;
  months: string;
  /** Account-months before or after the fix: all of them, or those with a complaint. */
  fixMonths: (of: 'before' | 'after', complaining: boolean) => string;
}

/** For those of a workspace. Guests have no rows to open. */
export function reportHrefs(
  workspaceSlug: string,
  { issueId, themeId, asOf }: { issueId: string; themeId: string; asOf: Date },
): ReportHrefs {
  const issueHref = `/w/${workspaceSlug}/issues/${issueId}`;
  return {
    mentions: feedbackHref(workspaceSlug, {
      ...{ branch: themeId, problem: '1', to: asOf.toISOString().slice(0, 10) },
    }),
    accounts: issueAccountsHref(issueHref, 'ever'),
    exposed: issueAccountsHref(issueHref, 'now'),
    months: churnListHref(issueHref, 'months'),
    fixMonths: (of, complaining) => fixMonthsHref(issueHref, of, { complaining }),
  };
}

/** A figure that opens its rows for whoever may see them. */
export function Rows({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href ? <TextLink href={href}>{children}</TextLink> : children;
}
