import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { daysInWords } from '@/components/overview/period-words';
import { drawnHref } from '@/components/quality/drawn-href';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Table } from '@/components/ui/table';
import { notFound } from '@/lib/core/errors';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { definePage } from '@/lib/http/define-page';
import { findDrawn } from '@/lib/quality/find-drawn';
import { findSamples } from '@/lib/quality/find-samples';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Statements drawn' };

const PAGE_SIZE = 50;
/** More of a text is on its own screen. */
const SHOWN_CHARACTERS = 400;

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    sample: z.uuid(),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { query }) => {
    const sample = (await findSamples(scope)).find(({ id }) => id === query.sample);
    if (!sample) throw notFound('sample');
    return sample;
  },
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { page } }, sample) {
    const rows = await findDrawn(scope, sample.id, { page, pageSize: PAGE_SIZE });
    return (
      <>
        <PageHeader
          breadcrumb={[{ label: 'Quality', href: `/w/${slug}/quality?sample=${sample.id}` }]}
          title="Statements drawn"
          description={`${formatCount(sample.size, 'statement')} drawn at random from ${daysInWords(sample)}, in the order of the draw. The page of a statement shows what the engine says: label first.`}
        />
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={sample.size}
          noun="statement"
          hrefOf={(target) => drawnHref(slug, sample.id, target)}
          empty={
            <EmptyState icon={SearchX} title="No statement here">
              Those drawn may have been removed with their import, or the list ends before this page.
            </EmptyState>
          }
        >
          <Table
            caption="Statements, in the order of the draw"
            hideCaption
            onPhone="cards"
            rows={rows}
            rowKey={({ feedbackId }) => feedbackId}
            columns={[
              {
                key: 'text',
                header: 'Statement',
                className: 'sm:min-w-80',
                cell: ({ feedbackId, text, language, channel, occurredAt }) => (
                  <span className="block min-w-0 max-w-prose text-left">
                    <ExcerptLink workspaceSlug={slug} feedbackId={feedbackId} language={language} lines={3}>
                      {text.slice(0, SHOWN_CHARACTERS)}
                    </ExcerptLink>
                    <span className="text-sm font-normal text-ink-mute">
                      {channelNames[channel]}, {formatDate(occurredAt)}
                    </span>
                  </span>
                ),
              },
              {
                key: 'labels',
                header: 'Labelled by',
                align: 'right',
                cell: ({ labels }) => formatNumber(labels),
              },
            ]}
          />
        </PagedCard>
      </>
    );
  },
});
