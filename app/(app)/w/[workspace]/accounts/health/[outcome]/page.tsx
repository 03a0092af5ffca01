import type { Metadata } from 'next';
import { z } from 'zod';
import { HealthQuality } from '@/components/accounts/health-quality';
import { columnName, eventWords, outcomeNames } from '@/components/accounts/health-words';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { notFound } from '@/lib/core/errors';
import { formatCount, formatDateTime, formatFixed } from '@/lib/core/format';
import { findHealthModels } from '@/lib/health/find-health';
import { HORIZON_MONTHS, healthOutcomes } from '@/lib/health/schema';
import { definePage } from '@/lib/http/define-page';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'What health learned' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), outcome: z.enum(healthOutcomes) }),
  find: async ({ scope }, { params: { outcome } }) => {
    const model = (await findHealthModels(scope)).find((one) => one.outcome === outcome);
    if (!model?.details) throw notFound('model');
    return { model, details: model.details };
  },
  loading: <PageShape />,
  async render({ workspace: { slug } }, { params: { outcome } }, { model, details }) {
    const home = `/w/${slug}/accounts`;
    const columns = details.columns.toSorted((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
    return (
      <>
        <PageHeader
          title={`${outcomeNames[outcome]} within ${HORIZON_MONTHS} months: what was learned`}
          description={`From ${formatCount(details.rows, 'account-month')} of ${formatCount(details.accounts, 'account')}, ${details.eventAccounts} of which ${eventWords[outcome]}. Learned on ${formatDateTime(model.trainedAt)}.`}
          breadcrumb={[
            { label: 'Accounts', href: home },
            { label: 'Health', href: `${home}/health` },
          ]}
        />
        <HealthQuality workspaceSlug={slug} models={[model]} isAlone />
        <Section
          title="What goes with it"
          description="By how many times the odds change for one standard deviation more of each, all others the same. Associations, not causes."
        >
          <Card flush>
            <Table
              caption="What goes with it, the strongest first"
              hideCaption
              columns={[
                { key: 'name', header: 'Known of the account', cell: (column) => columnName(column) },
                {
                  key: 'odds',
                  header: 'Odds ×',
                  align: 'right',
                  cell: ({ coefficient }) => formatFixed(Math.exp(coefficient), 2),
                },
                {
                  key: 'deviation',
                  header: 'One standard deviation',
                  align: 'right',
                  cell: ({ deviation }) => formatFixed(deviation, 2),
                },
              ]}
              rows={columns}
              rowKey={({ key, level }) => `${key} ${level}`}
            />
          </Card>
        </Section>
      </>
    );
  },
});
