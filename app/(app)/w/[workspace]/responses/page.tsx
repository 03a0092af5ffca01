import { ClipboardList } from 'lucide-react';
import type { Metadata } from 'next';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { answerChips } from '@/components/overview/answer-chips';
import { AnswerFilters } from '@/components/overview/answer-filters';
import { AnswerTable } from '@/components/overview/answer-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { findFilterChoices, findFilterNames } from '@/lib/annotations/find-filter-choices';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { addressSchema } from '@/lib/responses/address';
import { findMetrics } from '@/lib/responses/count-scores';
import { countAnswers, findAnswerPage } from '@/lib/responses/find-responses';
import { parseCursor } from '@/lib/responses/keyset-page';
import { parseResponseFilter, type ResponseFilter, responsesHref } from '@/lib/responses/response-filter';
import { scales } from '@/lib/responses/schema';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Responses' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query }) {
    const metrics = await findMetrics(scope);
    const { filter, unreadable } = parseResponseFilter(query, metrics[0] ?? 'nps');
    const home = `/w/${slug}/responses`;
    const crumbs = [{ label: 'Overview', href: `/w/${slug}` }];
    if (unreadable.length > 0) {
      return (
        <>
          <PageHeader breadcrumb={crumbs} title="Responses" />
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </>
      );
    }
    if (metrics.length === 0) {
      return (
        <>
          <PageHeader breadcrumb={crumbs} title="Responses" />
          <Card>
            <NoScores workspaceSlug={slug} />
          </Card>
        </>
      );
    }
    const [count, page, choices, names] = await Promise.all([
      countAnswers(scope, filter),
      findAnswerPage(scope, filter, parseCursor([query.at].flat()[0])),
      findFilterChoices(scope),
      findFilterNames(scope, { account: filter.account, contact: filter.contact, import: filter.import }),
    ]);
    return (
      <>
        <PageHeader
          breadcrumb={crumbs}
          title="Responses"
          description={`${formatCount(count, 'answer')}${filter.latest ? ', the latest of each person' : ''}, newest first.`}
        />
        <Tabs
          label="Score"
          tabs={metrics.map((metric) => ({
            label: scales[metric].name,
            href: responsesHref(slug, withMetric(filter, metric)),
            active: metric === filter.metric,
          }))}
        />
        <AnswerFilters
          action={home}
          clearHref={responsesHref(slug, { metric: filter.metric })}
          filter={filter}
          plans={choices.plans}
          segments={choices.segments}
          chips={answerChips(slug, filter, names)}
        />
        <Card flush>
          {page.rows.length > 0 ? (
            <AnswerTable workspaceSlug={slug} rows={page.rows} />
          ) : (
            <EmptyState icon={ClipboardList} title="No answer fits all of these filters">
              Remove one of them above.
            </EmptyState>
          )}
        </Card>
        <KeysetSteps page={page} total={count} listHref={responsesHref(slug, filter)} />
      </>
    );
  },
});

/** The same filter for another score: groups and single scores belong to theirs. */
function withMetric(
  { group, score, ...rest }: ResponseFilter,
  metric: ResponseFilter['metric'],
): ResponseFilter {
  return { ...rest, metric };
}

function NoScores({ workspaceSlug }: { workspaceSlug: string }) {
  return (
    <EmptyState
      icon={ClipboardList}
      title="No scores yet"
      actions={
        <ButtonLink variant="primary" href={`/w/${workspaceSlug}/imports`}>
          Import a file
        </ButtonLink>
      }
    >
      A file with a column of NPS, CSAT, CES or star ratings fills this list.
    </EmptyState>
  );
}
