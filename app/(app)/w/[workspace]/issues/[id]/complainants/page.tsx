import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { complainantsHref } from '@/components/issues/complainants-href';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { notFound } from '@/lib/core/errors';
import { formatDate, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { type Complainant, findComplainantPage } from '@/lib/issues/find-complainants';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Who complained' };

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

/** The people to tell that an issue was fixed. They are personal data: who may export them may see them. */
export default definePage({
  permission: 'exports.create',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    email: z.literal('1').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { params: { id } }) => {
    const { issue } = await getIssue(scope, id, await getSetting(scope, 'rankingWeights'));
    const { themeId, shippedAt } = issue;
    if (issue.status !== 'shipped' || !themeId || !shippedAt) throw notFound('fix');
    return { issue, themeId, shippedAt };
  },
  loading: <DetailSkeleton />,
  async render({ scope, workspace: { slug } }, { query }, { issue, themeId, shippedAt }) {
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const withEmail = Boolean(query.email);
    const place = { page: query.page, pageSize: PAGE_SIZE };
    const found = await findComplainantPage(
      scope,
      { themeId, before: shippedAt },
      { onlyWithEmail: withEmail, ...place },
    );
    const lastDay = new Date(shippedAt.getTime() - DAY_MS).toISOString().slice(0, 10);
    const saidHref = ({ accountId, contactId }: Complainant) =>
      feedbackHref(slug, {
        ...{ branch: themeId, problem: '1', to: lastDay },
        ...(accountId && { account: accountId }),
        ...(contactId && { contact: contactId }),
      });
    return (
      <>
        <PageHeader
          title="Who complained"
          breadcrumb={[
            { label: 'Issues', href: `${home}/issues` },
            { label: issue.title, href: `${issueHref}#to-tell` },
          ]}
          description={`Before it shipped on ${formatDate(shippedAt)}, and still customers. Statements without a known person stand under their account.`}
        />
        <Tabs
          label="Which people"
          tabs={[
            {
              label: 'All',
              href: complainantsHref(issueHref),
              active: !withEmail,
              count: formatNumber(found.people),
            },
            {
              label: 'With an e-mail address',
              href: complainantsHref(issueHref, { withEmail: true }),
              active: withEmail,
              count: formatNumber(found.withEmail),
            },
          ]}
        />
        <PagedCard
          {...place}
          shown={found.rows.length}
          total={withEmail ? found.withEmail : found.people}
          noun="person"
          plural="people"
          hrefOf={(target) => complainantsHref(issueHref, { withEmail, page: target })}
          empty={
            <EmptyState icon={Users} title="Nobody here">
              Nobody complained before it shipped, or the list ends before this page.
            </EmptyState>
          }
        >
          <Table
            caption="People who complained, the latest first"
            hideCaption
            onPhone="cards"
            rows={found.rows}
            rowKey={({ accountId, contactId }) => `${accountId} ${contactId}`}
            columns={[
              {
                key: 'who',
                header: 'Person',
                cell: ({ contactId, contactName }) =>
                  contactId ? (
                    <TextLink href={`${home}/contacts/${contactId}`}>{contactName ?? 'no name'}</TextLink>
                  ) : (
                    <span className="text-ink-mute">not known</span>
                  ),
              },
              {
                key: 'account',
                header: 'Account',
                cell: ({ accountId, accountName }) =>
                  accountId ? (
                    <TextLink href={`${home}/accounts/${accountId}`}>{accountName}</TextLink>
                  ) : (
                    <span className="text-ink-mute">none</span>
                  ),
              },
              {
                key: 'email',
                header: 'E-mail',
                cell: ({ email }) => (email ? <span className="break-all">{email}</span> : '–'),
              },
              {
                key: 'said',
                header: 'Statements',
                align: 'right',
                cell: (row) => <TextLink href={saidHref(row)}>{formatNumber(row.statements)}</TextLink>,
              },
              { key: 'last', header: 'Latest', cell: ({ lastSaidAt }) => formatDate(lastSaidAt) },
            ]}
          />
        </PagedCard>
      </>
    );
  },
});
