import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { FeedbackFilters } from '@/components/feedback/feedback-filters';
import { FeedbackList } from '@/components/feedback/feedback-list';
import { filterChips } from '@/components/feedback/filter-words';
import { NothingFound } from '@/components/feedback/nothing-found';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { PageHeader } from '@/components/ui/page-header';
import { feedbackHref, parseFeedbackFilter } from '@/lib/annotations/feedback-filter';
import { countFeedback, findFeedbackPage } from '@/lib/annotations/find-feedback';
import { findFilterChoices, findFilterNames, findRelaxations } from '@/lib/annotations/find-filter-choices';
import { findMatches } from '@/lib/annotations/find-matches';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { addressSchema } from '@/lib/responses/address';
import { parseCursor } from '@/lib/responses/keyset-page';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Feedback' };

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query }) {
    const { filter, unreadable } = parseFeedbackFilter(query);
    const home = `/w/${slug}/feedback`;
    const header = (description: string) => <PageHeader title="Feedback" description={description} />;
    if (unreadable.length > 0) {
      return (
        <>
          {header('What customers said, in their own words.')}
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </>
      );
    }
    const [count, page, choices, names] = await Promise.all([
      countFeedback(scope, filter),
      findFeedbackPage(scope, filter, parseCursor([query.at].flat()[0])),
      findFilterChoices(scope),
      findFilterNames(scope, filter),
    ]);
    const isFiltered = Object.keys(filter).length > 0;
    if (count === 0 && !isFiltered) {
      return (
        <>
          {header('What customers said, in their own words.')}
          <Card>
            <NoFeedback workspaceSlug={slug} />
          </Card>
        </>
      );
    }
    const matches = filter.q
      ? await findMatches(
          scope,
          filter.q,
          page.rows.map((row) => row.id),
        )
      : new Map();
    return (
      <>
        {header(
          `${formatCount(count, 'statement')}${isFiltered ? (count === 1 ? ' fits' : ' fit') : ''}, newest first.`,
        )}
        <FeedbackFilters
          action={home}
          filter={filter}
          choices={choices}
          chips={filterChips(slug, filter, names)}
        />
        <Card flush>
          {count === 0 ? (
            <NothingFound workspaceSlug={slug} relaxations={await findRelaxations(scope, filter)} />
          ) : (
            <FeedbackList workspaceSlug={slug} rows={page.rows} filter={filter} matches={matches} />
          )}
        </Card>
        <KeysetSteps page={page} total={count} listHref={feedbackHref(slug, filter)} />
      </>
    );
  },
});

function NoFeedback({ workspaceSlug }: { workspaceSlug: string }) {
  return (
    <EmptyState
      icon={MessagesSquare}
      title="No feedback yet"
      actions={
        <ButtonLink variant="primary" href={`/w/${workspaceSlug}/imports`}>
          Import a file
        </ButtonLink>
      }
    >
      Bring a file of survey answers, tickets or reviews. Every comment appears here, with its sentiment and
      themes.
    </EmptyState>
  );
}
