import { FileInput } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { OpenAlerts } from '@/components/alerts/open-alerts';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { EmptyPeriod } from '@/components/overview/empty-period';
import { ScoreChart, VolumeChart } from '@/components/overview/overview-charts';
import { OverviewScores } from '@/components/overview/overview-scores';
import { addressOf, PeriodPicker } from '@/components/overview/period-picker';
import { periodInWords } from '@/components/overview/period-words';
import { pickScoreThemes } from '@/components/overview/pick-score-themes';
import { RecentQuotes } from '@/components/overview/recent-quotes';
import { RisingThemes } from '@/components/overview/rising-themes';
import { isMove } from '@/components/overview/round-changes';
import { ScoreThemes } from '@/components/overview/score-themes';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { TaxonomyPicker } from '@/components/themes/taxonomy-picker';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { countAlerts, findAlertPage } from '@/lib/alerts/find-alerts';
import { cutPeriod } from '@/lib/annotations/buckets';
import { countSentiment, sumSentiment } from '@/lib/annotations/count-sentiment';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findFeedbackDays } from '@/lib/annotations/find-feedback-days';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { findPipelineState, type PipelineStep } from '@/lib/annotations/find-pipeline-state';
import { findRecentQuotes } from '@/lib/annotations/find-recent-quotes';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { findRisingThemes } from '@/lib/annotations/find-rising-themes';
import {
  type Days,
  type Period,
  type PeriodChoice,
  parsePeriodChoice,
  resolvePeriod,
  startOf,
  toDay,
} from '@/lib/annotations/period';
import { FEWEST_COMMENTS_BEFORE } from '@/lib/annotations/share-change';
import { type Taxonomy, taxonomies } from '@/lib/annotations/taxonomy';
import { formatCount } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { definePage } from '@/lib/http/define-page';
import { findNewestImpact } from '@/lib/impact/queries';
import { addressSchema } from '@/lib/responses/address';
import { findScoreReport } from '@/lib/responses/find-score-report';
import { responsesHref } from '@/lib/responses/response-filter';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Overview' };

const THEMES_SHOWN = 6;
const QUOTES_SHOWN = 4;
const ALERTS_SHOWN = 3;

export default definePage({
  permission: 'workspace.read',
  query: addressSchema.extend({ taxonomy: z.enum(taxonomies).catch('today') }),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query }) {
    const home = `/w/${slug}`;
    const { taxonomy } = query;
    const { choice, unreadable } = parsePeriodChoice(query);
    if (unreadable.length > 0) {
      return (
        <>
          <PageHeader title="Overview" />
          <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
        </>
      );
    }
    const recorded = await findRecordedDays(scope);
    if (!recorded) {
      return (
        <>
          <PageHeader title="Overview" />
          <PipelineProgress state={await findPipelineState(scope)} />
          <Card>
            <NothingYet workspaceSlug={slug} />
          </Card>
        </>
      );
    }
    const period = resolvePeriod(choice, recorded);
    const [pipeline, choices, alerts, openAlerts] = await Promise.all([
      findPipelineState(scope),
      findFilterChoices(scope),
      findAlertPage(scope, { state: 'open', order: 'strength' }, null, ALERTS_SHOWN),
      countAlerts(scope, { state: 'open' }),
    ]);
    return (
      <>
        <PageHeader title="Overview" description={periodInWords(period, recorded.to)} />
        <PeriodPicker
          action={home}
          period={period}
          choice={choice}
          plans={choices.plans}
          segments={choices.segments}
          carried={taxonomy === 'first' ? { taxonomy } : {}}
        />
        <PipelineProgress state={pipeline} />
        <OpenAlerts workspaceSlug={slug} alerts={alerts.rows} total={openAlerts} />
        {await renderFigures(scope, slug, { period, choice, recorded, taxonomy, step: pipeline.step })}
      </>
    );
  },
});

interface Asked {
  period: Period;
  choice: PeriodChoice;
  recorded: Days;
  taxonomy: Taxonomy;
  /** What the way to the figures is at; null when they are of now. */
  step: PipelineStep | null;
}

async function renderFigures(
  scope: Scope,
  slug: string,
  { period, choice, recorded, taxonomy, step }: Asked,
) {
  const accounts = {
    ...(choice.plan ? { plan: choice.plan } : {}),
    ...(choice.segment ? { segment: choice.segment } : {}),
  };
  const days = { from: period.from, to: period.to };
  const narrowing = { ...accounts, ...days };
  const { unit, buckets } = cutPeriod(period);
  const { before } = period;
  const over = { before, starts: buckets.map((bucket) => startOf(bucket.from)) };
  const npsFilter = { metric: 'nps', latest: '1', ...accounts } as const;
  const csatFilter = { metric: 'csat', ...accounts } as const;
  const [nps, csat, ces, sentimentOverTime, allBefore, rising, scoreThemes, quotes] = await Promise.all([
    findScoreReport(scope, 'nps', { ...npsFilter, ...days }, over),
    findScoreReport(scope, 'topTwo', { ...csatFilter, ...days }, over),
    findScoreReport(scope, 'mean', { metric: 'ces', ...narrowing }, over),
    countSentiment(scope, narrowing, buckets),
    before ? countFeedback(scope, { ...accounts, ...before }) : 0,
    before ? findRisingThemes(scope, accounts, { now: days, before, taxonomy }) : [],
    findScoreThemes(scope),
    findRecentQuotes(scope, { ...narrowing, sentiment: 'negative' }, QUOTES_SHOWN),
  ]);
  const sentiment = sumSentiment(sentimentOverTime);
  if (sentiment.all === 0 && [nps, csat, ces].every(({ score }) => score === null)) {
    const isNarrowed = Object.keys(accounts).length > 0;
    const heard = isNarrowed ? await findFeedbackDays(scope, accounts) : recorded;
    return (
      <Card>
        <EmptyPeriod home={`/w/${slug}`} period={period} choice={choice} heard={heard} />
      </Card>
    );
  }
  return (
    <>
      <OverviewScores
        workspaceSlug={slug}
        narrowing={narrowing}
        period={period}
        nps={nps}
        csat={csat}
        ces={ces}
        sentiment={sentiment}
        allBefore={allBefore}
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <ScoreChart
          title="NPS over time"
          description="The latest answer of each person in each stretch."
          unit={unit}
          buckets={buckets}
          scores={nps.overTime}
          format={{ kind: 'points' }}
          hrefOf={(stretch) => responsesHref(slug, { ...npsFilter, ...stretch })}
        />
        <ScoreChart
          title="CSAT over time"
          description="Share of answers of 4 or 5."
          unit={unit}
          buckets={buckets}
          scores={csat.overTime}
          format={{ kind: 'percent' }}
          hrefOf={(stretch) => responsesHref(slug, { ...csatFilter, ...stretch })}
        />
      </div>
      <VolumeChart
        workspaceSlug={slug}
        filter={accounts}
        unit={unit}
        buckets={buckets}
        counts={sentimentOverTime}
      />
      <Section
        title="What moved"
        description="Where to look first; the ranking of all issues is under Issues."
        actions={
          before && (
            <TextLink href={`/w/${slug}/score-change?${new URLSearchParams({ ...choice })}`}>
              NPS change by theme
            </TextLink>
          )
        }
      >
        {before && (
          <TaxonomyPicker
            taxonomy={taxonomy}
            what="Rises"
            hrefOf={(each) =>
              addressOf(`/w/${slug}`, { ...choice, ...(each === 'first' ? { taxonomy: each } : {}) })
            }
          />
        )}
        <div className="grid grid-cols-1 items-start gap-4 2xl:grid-cols-2">
          {before && (
            <Card flush>
              {allBefore < FEWEST_COMMENTS_BEFORE ? (
                <p className="px-5 py-4 text-ink-mute">
                  Not enough feedback before to compare: {formatCount(allBefore, 'statement')} in the{' '}
                  {formatCount(period.length, 'day')} before.
                </p>
              ) : (
                <RisingThemes
                  workspaceSlug={slug}
                  themes={rising
                    .toSorted((a, b) => Number(isMove(b)) - Number(isMove(a)))
                    .slice(0, THEMES_SHOWN)}
                  filter={{ ...accounts, ...(taxonomy === 'first' ? { first: '1' } : {}) }}
                  now={days}
                  before={before}
                  isSettled={step === null || step === 'ranking'}
                />
              )}
            </Card>
          )}
          {scoreThemes && (
            <Card flush>
              <ScoreThemes workspaceSlug={slug} {...scoreThemes} />
            </Card>
          )}
        </div>
      </Section>
      {quotes.length > 0 && (
        <Section
          title="In their own words"
          description="Newest negative feedback of the period, clear problems first, one of each account."
          actions={
            <TextLink href={feedbackHref(slug, { ...narrowing, sentiment: 'negative' })}>All of it</TextLink>
          }
        >
          <Card>
            <RecentQuotes workspaceSlug={slug} rows={quotes} />
          </Card>
        </Section>
      )}
    </>
  );
}

/** The themes that go with a lower NPS, each with its statements as they are counted now; null before the first ranking. */
async function findScoreThemes(scope: Scope) {
  const run = await findNewestImpact(scope);
  if (!run) return null;
  const to = toDay(run.asOf);
  const themes = await Promise.all(
    pickScoreThemes(run, THEMES_SHOWN).map(async (theme) => ({
      ...theme,
      statements: await countFeedback(scope, { branch: theme.themeId, problem: '1', to }),
    })),
  );
  const tested = run.rows.filter(({ details }) => details.score !== null).length;
  return { themes, tested, asOf: run.asOf };
}

function NothingYet({ workspaceSlug }: { workspaceSlug: string }) {
  return (
    <EmptyState
      icon={FileInput}
      title="Nothing to look at yet"
      actions={
        <ButtonLink variant="primary" href={`/w/${workspaceSlug}/imports`}>
          Import a file
        </ButtonLink>
      }
    >
      Bring feedback as a file: survey answers, tickets, reviews. Scores, sentiment and themes appear here by
      themselves.
    </EmptyState>
  );
}
