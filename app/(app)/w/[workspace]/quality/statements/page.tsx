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
import { notFound } from '@/lib/core/errors';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findJudged } from '@/lib/quality/find-judged';
import { findSamples } from '@/lib/quality/find-samples';
import { filterJudged, judgedHref, parseJudgedFilter } from '@/lib/quality/judged-filter';
import { addressSchema } from '@/lib/responses/address';

export const metadata: Metadata = { title: 'Labelled statements' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({ sample: z.uuid() }),
  async render({ scope, workspace: { slug } }, { query }) {
    const sample = (await findSamples(scope)).find(({ id }) => id === query.sample);
    if (!sample) throw notFound('sample');
    const { filter, unreadable } = parseJudgedFilter(query);
    const judged = unreadable.length > 0 ? [] : await findJudged(scope, sample.id);
    const statements = filterJudged(judged, filter);
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
        ) : statements.length > 0 ? (
          <JudgedList workspaceSlug={slug} statements={statements} />
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
