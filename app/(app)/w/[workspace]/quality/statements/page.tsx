import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { JudgedList } from '@/components/quality/judged-list';
import { judgedInWords } from '@/components/quality/judged-words';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PageSteps } from '@/components/ui/page-steps';
import { notFound } from '@/lib/core/errors';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findJudged } from '@/lib/quality/find-judged';
import { findSamples } from '@/lib/quality/find-samples';
import { filterJudged, judgedHref, parseJudgedFilter } from '@/lib/quality/judged-filter';
import { addressSchema } from '@/lib/responses/address';
import PageShape from '../skeleton';

const PAGE_SIZE = 50;

export const metadata: Metadata = { title: 'Labelled statements' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({ sample: z.uuid(), page: z.coerce.number().int().min(1).max(1000).catch(1) }),
  find: async ({ scope }, { query }) => {
    const sample = (await findSamples(scope)).find(({ id }) => id === query.sample);
    if (!sample) throw notFound('sample');
    return sample;
  },
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { page, ...query } }, sample) {
    const { filter, unreadable } = parseJudgedFilter(query);
    const judged = unreadable.length > 0 ? [] : await findJudged(scope, sample.id);
    const statements = filterJudged(judged, filter);
    const shown = statements.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const words = judgedInWords(filter, judged);
    return (
      <>
        <PageHeader
          breadcrumb={[{ label: 'Quality', href: `/w/${slug}/quality?sample=${sample.id}` }]}
          title="Labelled statements"
          {...(unreadable.length === 0 && {
            description: `${formatCount(statements.length, 'statement')}${words ? `: ${words}` : ''}.`,
          })}
        />
        {unreadable.length > 0 ? (
          <UnreadableFilters fields={unreadable} query={query} clearHref={judgedHref(slug, sample.id, {})} />
        ) : shown.length > 0 ? (
          <>
            <JudgedList workspaceSlug={slug} statements={shown} />
            {statements.length > PAGE_SIZE && (
              <PageSteps
                page={page}
                pageSize={PAGE_SIZE}
                shown={shown.length}
                total={statements.length}
                noun="statement"
                hrefOf={(target) => judgedHref(slug, sample.id, filter, target)}
              />
            )}
          </>
        ) : (
          <Card>
            <EmptyState
              icon={SearchX}
              title="No labelled statement fits"
              actions={
                <ButtonLink href={judgedHref(slug, sample.id, {})}>All labelled statements</ButtonLink>
              }
            >
              Labels may have been taken back or added since the number was shown.
            </EmptyState>
          </Card>
        )}
      </>
    );
  },
});
