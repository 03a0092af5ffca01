import type { Metadata } from 'next';
import { z } from 'zod';
import { CountedRows } from '@/components/issues/counted-rows';
import { scorePeopleHref } from '@/components/issues/score-people-href';
import { ScorePeopleTable } from '@/components/issues/score-people-table';
import { noScoreEffect } from '@/components/issues/score-words';
import { noScoreReason } from '@/components/themes/score-impact';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { notFound } from '@/lib/core/errors';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findScorePeople } from '@/lib/impact/find-score-people';
import { getIssue } from '@/lib/issues/get-issue';
import { responsesHref } from '@/lib/responses/response-filter';
import { scales } from '@/lib/responses/schema';
import { getSetting } from '@/lib/settings/queries';
import { drivenMetrics } from '@/lib/stats/answer-value';
import { findTheme } from '@/lib/themes/find-theme';

export const metadata: Metadata = { title: 'People who gave a score' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: z.object({
    metric: z.enum(drivenMetrics).catch('nps'),
    part: z.uuid().optional().catch(undefined),
    complaining: z.literal('1').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  find: async ({ scope }, { params }) =>
    getIssue(scope, params.id, await getSetting(scope, 'rankingWeights')),
  loading: <DetailSkeleton />,
  async render(
    { scope, workspace: { slug } },
    { query: { metric, part, complaining, page } },
    { issue, run, ranked },
  ) {
    const home = `/w/${slug}`;
    const issueHref = `${home}/issues/${issue.id}`;
    const breadcrumb = [
      { label: 'Issues', href: `${home}/issues` },
      { label: issue.title, href: issueHref },
    ];
    const theme = part && (await findTheme(scope, part));
    if (part && !theme) throw notFound('theme');
    if (theme) breadcrumb.push({ label: theme.name, href: `${home}/themes/${theme.id}` });
    const whole = metric === 'nps' ? ranked?.details.score : ranked?.details.csat;
    const score = part ? ranked?.details.parts.find(({ themeId }) => themeId === part)?.score : whole;
    if (!run || !ranked || !score) {
      return (
        <>
          <PageHeader title="People who gave a score" breadcrumb={breadcrumb} />
          <FormMessage tone="neutral" title="Nobody was counted here">
            {part ? `${noScoreReason(true)}.` : noScoreEffect(metric)}
          </FormMessage>
        </>
      );
    }
    const { name } = scales[metric];
    const place = { page, pageSize: PAGE_SIZE };
    const { counts, rows } = await findScorePeople(scope, part ?? ranked.themeId, {
      metric,
      onlyComplaining: complaining === '1',
      ...place,
    });
    const { contacts, contactsWithTheme } = score;
    const [then, now] = complaining
      ? [contactsWithTheme, counts.contactsWithTheme]
      : [contacts, counts.contacts];
    return (
      <>
        <PageHeader
          title="People who gave a score"
          breadcrumb={breadcrumb}
          description={`The link with ${name} rests on the people who gave a score for it and wrote something with it, over all time. An answer of nobody known counts as a person of its own. Not only the latest answer of a person counts but each that has a score and words: ${formatCount(counts.answers, 'answer')}, of which ${formatNumber(counts.complainingAnswers)} complain of it. As of ${formatDate(run.asOf)}.`}
        />
        <Tabs
          label="People who gave a score"
          tabs={[
            {
              label: 'All',
              href: scorePeopleHref(issueHref, { metric, part }),
              active: !complaining,
              count: formatNumber(counts.contacts),
            },
            {
              label: 'Complain of it',
              href: scorePeopleHref(issueHref, { metric, part, complaining: true }),
              active: Boolean(complaining),
              count: formatNumber(counts.contactsWithTheme),
            },
          ]}
        />
        <CountedRows
          computedAt={run.computedAt}
          then={then}
          now={now}
          hasChanged={contacts !== counts.contacts || contactsWithTheme !== counts.contactsWithTheme}
          {...place}
          shown={rows.length}
          noun="person"
          plural="people"
          hrefOf={(target) =>
            scorePeopleHref(issueHref, { metric, part, complaining: Boolean(complaining), page: target })
          }
        >
          <ScorePeopleTable
            rows={rows}
            personHrefOf={(contact) => `/w/${slug}/contacts/${contact}`}
            answersHrefOf={(contact) => responsesHref(slug, { metric, contact })}
          />
        </CountedRows>
      </>
    );
  },
});
