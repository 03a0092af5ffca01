import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { AnswerTable } from '@/components/overview/answer-table';
import { PeriodPicker } from '@/components/overview/period-picker';
import { periodInWords } from '@/components/overview/period-words';
import { ScoreChangeTable } from '@/components/overview/score-change-table';
import { ScoreMoved } from '@/components/overview/score-moved';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { HowMade } from '@/components/ui/how-made';
import { PageHeader } from '@/components/ui/page-header';
import { PageSteps } from '@/components/ui/page-steps';
import { Tabs } from '@/components/ui/tabs';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { parsePeriodChoice, resolvePeriod, startOf } from '@/lib/annotations/period';
import { formatCount, formatDate } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { definePage } from '@/lib/http/define-page';
import { countedOnce, findScoreChange, findScoreChangeAnswers } from '@/lib/impact/find-score-change';
import { addressSchema } from '@/lib/responses/address';
import { findScoreReport } from '@/lib/responses/find-score-report';
import { responsesHref } from '@/lib/responses/response-filter';
import { scales } from '@/lib/responses/schema';
import { type DrivenMetric, drivenMetrics } from '@/lib/stats/answer-value';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'What moved a score' };

const PAGE_SIZE = 50;
const NONE = 'none';

/** What the other rooms call them. */
const KINDS = { nps: 'nps', csat: 'topTwo' } as const;

/** In points of 100. */
const ANSWER_ADDS = {
  nps: '+100 (9 or 10), 0 (7 or 8) or −100 (0 to 6)',
  csat: '100 (4 or 5 of 5) or 0 (1 to 3)',
} satisfies Record<DrivenMetric, string>;

/** Which score, and which answers are asked for, beside the period. */
const rowsSchema = z.object({
  metric: z.enum(drivenMetrics).catch('nps'),
  theme: z
    .union([z.uuid(), z.literal(NONE)])
    .optional()
    .catch(undefined),
  side: z.enum(['before', 'now']).catch('now'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query }) {
    const home = `/w/${slug}/score-change`;
    const { choice, unreadable } = parsePeriodChoice(query);
    const asked = rowsSchema.parse(query);
    const { metric } = asked;
    const score = scales[metric].name;
    const title = asked.theme ? `Answers behind a change of ${score}` : `What moved ${score}`;
    const recorded = await findRecordedDays(scope);
    const breadcrumb = [{ label: 'Overview', href: `/w/${slug}` }];
    if (unreadable.length > 0 || !recorded) {
      return (
        <>
          <PageHeader title={title} breadcrumb={breadcrumb} />
          {recorded ? (
            <UnreadableFilters fields={unreadable} query={query} clearHref={home} />
          ) : (
            <FormMessage tone="neutral" title="Nothing to compare yet">
              It takes answers to a question for NPS or CSAT over two stretches of time.
            </FormMessage>
          )}
        </>
      );
    }
    const period = resolvePeriod(choice, recorded);
    const { before } = period;
    const now = { from: period.from, to: period.to };
    const narrowing = { metric, plan: choice.plan, segment: choice.segment };
    const hrefOf = (fields: Record<string, string | undefined>) => {
      const entries = Object.entries({ ...choice, metric, ...fields }).flatMap(([name, value]) =>
        value ? [[name, value]] : [],
      );
      const address = new URLSearchParams(entries);
      return address.size > 0 ? `${home}?${address}` : home;
    };
    if (asked.theme && before) {
      const { theme, side, page } = asked;
      const days = side === 'before' ? before : now;
      const place = { theme: theme === NONE ? null : theme, page, pageSize: PAGE_SIZE };
      const { rows, total } = await findScoreChangeAnswers(scope, days, narrowing, place);
      const about =
        theme === NONE ? 'that complain of no theme' : `that complain of “${await nameOf(scope, theme)}”`;
      return (
        <>
          <PageHeader
            title={title}
            description={`${formatCount(total, 'answer')} ${about}, ${formatDate(startOf(days.from))} to ${formatDate(startOf(days.to))}${metric === 'nps' ? ', the latest of each person' : ''}.`}
            breadcrumb={[...breadcrumb, { label: `What moved ${score}`, href: hrefOf({}) }]}
          />
          <Card flush>
            <AnswerTable workspaceSlug={slug} rows={rows} />
          </Card>
          <PageSteps
            page={page}
            pageSize={PAGE_SIZE}
            shown={rows.length}
            total={total}
            noun="answer"
            hrefOf={(target) => hrefOf({ theme, side, page: String(target) })}
          />
        </>
      );
    }
    const scoreFilter = { ...countedOnce(metric), ...narrowing, ...now } as const;
    const [choices, change, report] = await Promise.all([
      findFilterChoices(scope),
      before ? findScoreChange(scope, { before, now }, narrowing) : null,
      before ? findScoreReport(scope, KINDS[metric], scoreFilter, { before, starts: [] }) : null,
    ]);
    return (
      <>
        <PageHeader title={title} description={periodInWords(period, recorded.to)} breadcrumb={breadcrumb} />
        <Tabs
          label="Score"
          tabs={drivenMetrics.map((each) => ({
            label: scales[each].name,
            href: hrefOf({ metric: each }),
            active: each === metric,
          }))}
        />
        <PeriodPicker
          action={home}
          carried={{ metric }}
          period={period}
          choice={choice}
          plans={choices.plans}
          segments={choices.segments}
        />
        {!change || change.rows.length === 0 ? (
          <FormMessage tone="neutral" title="Nothing to compare">
            {before
              ? `There are ${formatCount(change?.answersNow ?? 0, `${score} answer`)} in these days and ${formatCount(change?.answersBefore ?? 0, `${score} answer`)} in the days before: it takes some in both.`
              : 'Records do not go back beyond these days. Choose a shorter period.'}
          </FormMessage>
        ) : (
          <>
            {report && (
              <ScoreMoved
                metric={metric}
                report={report}
                days={period.length}
                rows={change.rows}
                hrefBefore={responsesHref(slug, { ...scoreFilter, ...before })}
                hrefNow={responsesHref(slug, scoreFilter)}
              />
            )}
            <Card flush>
              <ScoreChangeTable
                workspaceSlug={slug}
                rows={change.rows}
                answersHref={(theme, side) => hrefOf({ theme: theme ?? NONE, side })}
              />
            </Card>
          </>
        )}
        <HowMade
          entries={[
            {
              term: 'Points of a theme',
              description: `Each answer adds ${ANSWER_ADDS[metric]} divided by the number of answers. That is split equally over the themes its words complain of; an answer that complains of none is in a row of its own. So the rows add up to ${score}. They are rounded so that rows and columns add up as shown, too; a figure may be off by 0.1 for that.`,
            },
            {
              term: 'Interval',
              description:
                '95%, by drawing the people of each stretch anew 500 times. It is that of the one theme, and among many themes one or two intervals miss 0 by chance: whether a theme moved the score by more than chance is judged over all of them together (q, Benjamini-Hochberg).',
            },
          ]}
        />
      </>
    );
  },
});

async function nameOf(scope: Scope, themeId: string | undefined): Promise<string> {
  if (!themeId) return '';
  const theme = await scope.run((db) =>
    db.theme.findUnique({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id: themeId } } }),
  );
  return theme?.name ?? 'a theme no longer listed';
}
