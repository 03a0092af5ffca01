import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatCount, formatDate, formatMoneyCompact } from '@/lib/core/format';
import type { AccountRiskTheme, AccountRisk as Risk } from '@/lib/impact/find-account-risk';
import type { ThemeIssue } from '@/lib/issues/find-issues-of-themes';
import { issueStatusWords } from './issue-status-words';
import { describeChurn, describeShare, noRiskWords } from './risk-words';

type Props = {
  workspaceSlug: string;
  accountId: string;
  currency: string;
  hasChurned: boolean;
  risk: Risk | null;
  /** By theme. */
  issues: Map<string, ThemeIssue>;
};

/** What puts an account's revenue at risk, theme by theme. */
export function AccountRisk({ workspaceSlug, accountId, currency, hasChurned, risk, issues }: Props) {
  if (!risk || hasChurned) {
    return (
      <Section id="why-at-risk" title="Why at risk">
        <Card>
          <p className="text-ink-mute">{noRiskWords[risk ? 'churned' : 'not-computed']}.</p>
        </Card>
      </Section>
    );
  }
  const columns: Column<AccountRiskTheme>[] = [
    {
      key: 'theme',
      header: 'Problem',
      cell: ({ themeId, name }) => (
        <span className="block min-w-40 space-y-0.5">
          <TextLink href={feedbackHref(workspaceSlug, { branch: themeId, problem: '1', account: accountId })}>
            {name}
            <span className="sr-only">, what they said</span>
          </TextLink>
        </span>
      ),
    },
    { key: 'share', header: 'At risk with it', cell: ({ lostShare }) => describeShare(lostShare) },
    {
      key: 'churn',
      header: 'Evidence',
      cell: ({ themeId, churn }) => (
        <span className="block space-y-0.5 sm:min-w-56">
          <span className="block">{describeChurn(churn)}</span>
          <span className="block text-sm text-ink-mute">
            From{' '}
            <ChurnCounts workspaceSlug={workspaceSlug} issue={issues.get(themeId)}>
              {formatCount(churn.exposedAccounts, 'account')} with the problem, {churn.exposedChurned} of
              which churned
            </ChurnCounts>
            .
          </span>
        </span>
      ),
    },
    {
      key: 'issue',
      header: 'Issue',
      cell: ({ themeId }) => <IssueLink workspaceSlug={workspaceSlug} issue={issues.get(themeId)} />,
    },
  ];
  return (
    <Section id="why-at-risk" title="Why at risk" description={summaryOf(risk, currency)}>
      <Card flush>
        <Table
          caption="Problems of this account and what goes with them"
          hideCaption
          onPhone="cards"
          columns={columns}
          rows={risk.themes}
          rowKey={({ themeId }) => themeId}
          empty={
            <p className="p-4 text-ink-mute">
              No recent problem with a theme, as of {formatDate(risk.asOf)}.
            </p>
          }
        />
      </Card>
    </Section>
  );
}

type ChurnCountsProps = { workspaceSlug: string; issue: ThemeIssue | undefined; children: ReactNode };

function IssueLink({ workspaceSlug, issue }: { workspaceSlug: string; issue: ThemeIssue | undefined }) {
  if (!issue) return <span className="text-ink-mute">none yet</span>;
  return (
    <span className="whitespace-nowrap">
      <TextLink href={`/w/${workspaceSlug}/issues/${issue.id}`}>
        Open<span className="sr-only"> the issue {issue.title}</span>
      </TextLink>
      <span className="block text-sm text-ink-mute">{issueStatusWords[issue.status]}</span>
    </span>
  );
}

/** Words about accounts, with the way to the table of an issue that counts them. */
function ChurnCounts({ workspaceSlug, issue, children }: ChurnCountsProps) {
  if (!issue) return children;
  return (
    <TextLink href={`/w/${workspaceSlug}/issues/${issue.id}#churn-counts`} className="font-normal">
      {children}
    </TextLink>
  );
}

function summaryOf({ atRiskCents, noRiskReason, asOf, themes }: Risk, currency: string): string {
  const day = formatDate(asOf);
  if (atRiskCents === null) {
    const reason = noRiskReason ? `: ${noRiskWords[noRiskReason].replace(/^It/, 'it')}` : '';
    return `How much is at risk is not known${reason} (as of ${day}).`;
  }
  const amount = formatMoneyCompact(atRiskCents, currency);
  if (themes.length === 0) return `${amount} of its ARR at risk over 12 months, as of ${day}.`;
  return `${amount} of its ARR at risk over 12 months, as of ${day}, no part of it counted twice. How sure each problem’s part in it is stands beside it.`;
}
