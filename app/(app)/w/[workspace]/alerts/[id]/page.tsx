import type { Metadata } from 'next';
import { z } from 'zod';
import { AlertBadge } from '@/components/alerts/alert-badges';
import { AlertChart } from '@/components/alerts/alert-chart';
import { AlertExplanation } from '@/components/alerts/alert-explanation';
import { AlertReason } from '@/components/alerts/alert-reason';
import { alertTitle, kindWords, stateWords } from '@/components/alerts/alert-words';
import { AnswerForm } from '@/components/alerts/answer-form';
import { FirstQuotes } from '@/components/alerts/first-quotes';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { alertsHref } from '@/lib/alerts/alert-filter';
import { answersOf, statementsOf } from '@/lib/alerts/alert-rows';
import { type AlertRow, getAlert } from '@/lib/alerts/find-alerts';
import { findFirstQuotes } from '@/lib/alerts/find-first-quotes';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import type { Days } from '@/lib/annotations/period';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDate, formatDateTime, formatNumber } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { definePage } from '@/lib/http/define-page';
import { countAnswers } from '@/lib/responses/find-responses';
import { responsesHref } from '@/lib/responses/response-filter';
import { answer } from '../actions';

export const metadata: Metadata = { title: 'Alert' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ id: z.uuid() }),
  find: ({ scope }, { params: { id } }) => getAlert(scope, id),
  loading: <DetailSkeleton />,
  async render({ scope, role, workspace: { slug } }, _, alert) {
    const { details } = alert;
    const [rows, quotes] = await Promise.all([
      findRows(scope, slug, alert),
      findFirstQuotes(scope, alert.quoteIds, alert.themeId),
    ]);
    return (
      <>
        <PageHeader
          title={alertTitle(alert)}
          breadcrumb={[{ label: 'Alerts', href: alertsHref(slug, {}) }]}
          description={<AlertReason workspaceSlug={slug} alert={alert} />}
          actions={
            can(role, 'alerts.edit') &&
            alert.state !== 'withdrawn' && (
              <AnswerForm action={answer.bind(null, slug)} alertId={alert.id} state={alert.state} />
            )
          }
        />
        <Card>
          <DefinitionList items={factsOf(slug, alert, rows)} />
        </Card>
        {details.method !== 'score_test' && (
          <AlertChart
            alert={alert}
            details={details}
            hrefOf={(days) => feedbackHref(slug, statementsOf(alert.themeId ?? alert.subject, days))}
          />
        )}
        <Section title={details.withdrawn ? 'Why this was an alert' : 'Why this is an alert'}>
          <Card>
            <AlertExplanation alert={alert} />
          </Card>
        </Section>
        {alert.quoteIds.length > 0 && (
          <Section title="First quotes" description="The first statements of the alert, the oldest first.">
            <Card>
              {quotes.length > 0 ? (
                <FirstQuotes workspaceSlug={slug} quotes={quotes} />
              ) : (
                <p className="text-ink-mute">They were removed since.</p>
              )}
            </Card>
          </Section>
        )}
      </>
    );
  },
});

interface Rows {
  count: number;
  href: string;
  noun: string;
  /** What a score is compared with. */
  before?: { count: number; href: string };
}

/** The rows behind an alert as they are now. */
async function findRows(scope: Scope, slug: string, { details, subject, themeId }: AlertRow): Promise<Rows> {
  if (details.method === 'score_test') {
    const { metric, now, before } = details;
    const rowsOf = async (days: Days) => {
      const filter = answersOf(metric, days);
      return { count: await countAnswers(scope, filter), href: responsesHref(slug, filter) };
    };
    return { ...(await rowsOf(now)), noun: 'answer', before: await rowsOf(before) };
  }
  const filter = statementsOf(themeId ?? subject, details.days);
  return { count: await countFeedback(scope, filter), href: feedbackHref(slug, filter), noun: 'statement' };
}

function factsOf(slug: string, alert: AlertRow, rows: Rows): Definition[] {
  const { details, themeId, themeName, day, lastDay, state, decidedAt, decidedBy } = alert;
  const then = details.method === 'score_test' ? details.answers : alert.count;
  return [
    { term: 'Kind', description: kindWords[alert.kind] },
    ...(themeId
      ? [
          {
            term: 'Theme',
            description: <TextLink href={`/w/${slug}/themes/${themeId}`}>{themeName}</TextLink>,
          },
        ]
      : []),
    {
      term: 'Rows behind it',
      description: (
        <>
          <TextLink href={rows.href}>{formatCount(rows.count, rows.noun)}</TextLink>
          {rows.before && (
            <>
              , and <TextLink href={rows.before.href}>{formatNumber(rows.before.count)} before</TextLink>
            </>
          )}
          {then !== null && then !== rows.count && ` now; ${formatNumber(then)} when it was judged`}
        </>
      ),
    },
    {
      term: 'Day',
      description: `${formatDate(new Date(day))}${lastDay > day ? `, still so on ${formatDate(new Date(lastDay))}` : ''}. Found ${formatDateTime(alert.raisedAt)}.`,
    },
    {
      term: 'State',
      description: (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <AlertBadge state={state} />
          {decidedAt && state !== 'withdrawn'
            ? `${stateWords[state]} by ${decidedBy ?? 'a former member'}, ${formatDateTime(decidedAt)}`
            : decidedAt && formatDateTime(decidedAt)}
        </span>
      ),
    },
  ];
}
