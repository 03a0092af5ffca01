import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { addDays, toDay } from '@/lib/annotations/period';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { CASE_DAYS, countCases, findCasePage } from '@/lib/issues/find-cases';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';
import PageShape from '../months/skeleton';

export const metadata: Metadata = { title: 'Cases' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  find: async ({ scope }, { params }) =>
    getIssue(scope, params.id, await getSetting(scope, 'rankingWeights')),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { page } }, { issue, run }) {
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const { themeId } = issue;
    const breadcrumb = [
      { label: 'Issues', href: `${home}/issues` },
      { label: issue.title, href: issueHref },
    ];
    const [total, rows] =
      themeId && run
        ? await Promise.all([
            countCases(scope, themeId, run.asOf),
            findCasePage(scope, themeId, { asOf: run.asOf, page, pageSize: PAGE_SIZE }),
          ])
        : [0, []];
    const days = run && { from: addDays(toDay(run.asOf), 1 - CASE_DAYS), to: toDay(run.asOf) };
    return (
      <>
        <PageHeader
          title="Cases"
          description={
            run
              ? `${formatCount(total, 'ticket, call or chat', 'tickets, calls and chats')} with this problem in the 12 months to ${formatDate(run.asOf)}.`
              : 'Issues have not been ranked yet.'
          }
          breadcrumb={breadcrumb}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun="case"
          hrefOf={(target) => `${issueHref}/cases${target > 1 ? `?page=${target}` : ''}`}
          empty={
            <p className="p-4 text-ink-mute">
              No ticket, call or chat told of it, or the list ends before this page.
            </p>
          }
        >
          <Table
            caption="Cases, the latest first"
            hideCaption
            onPhone="cards"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'subject',
                header: 'Subject',
                cell: ({ id, subject }) => (
                  <TextLink href={feedbackHref(slug, { conversation: id })}>
                    <span dir="auto">{subject ?? 'No subject'}</span>
                  </TextLink>
                ),
              },
              { key: 'channel', header: 'Channel', cell: ({ channel }) => channel },
              {
                key: 'account',
                header: 'Account',
                cell: ({ accountId, accountName }) =>
                  accountId && accountName ? (
                    <TextLink href={`${home}/accounts/${accountId}`}>{accountName}</TextLink>
                  ) : (
                    'None known'
                  ),
              },
              { key: 'date', header: 'Begun', cell: ({ startedAt }) => formatDate(startedAt) },
              {
                key: 'statements',
                header: 'Statements with it',
                align: 'right',
                cell: ({ id, statements }) =>
                  themeId ? (
                    <TextLink
                      href={feedbackHref(slug, { branch: themeId, problem: '1', conversation: id, ...days })}
                    >
                      {formatNumber(statements)}
                    </TextLink>
                  ) : (
                    formatNumber(statements)
                  ),
              },
            ]}
          />
        </PagedCard>
      </>
    );
  },
});
