import { Rocket } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { achievedHref, type FixPart, fixParts, moneyPartsHref } from '@/components/issues/achieved-href';
import { AchievementTable } from '@/components/issues/achievement-table';
import { mayBeChance } from '@/components/issues/fix-words';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { HowMade } from '@/components/ui/how-made';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Stat } from '@/components/ui/stat';
import { Tabs } from '@/components/ui/tabs';
import {
  formatCount,
  formatMoneyCompact,
  formatMoneyRange,
  formatNumber,
  formatPoints,
} from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { countedOnce } from '@/lib/impact/find-score-change';
import { type Achievement, type Achievements, findAchievements } from '@/lib/issues/find-achievements';
import { responsesHref } from '@/lib/responses/response-filter';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'What our fixes achieved' };

export default definePage({
  permission: 'workspace.read',
  query: z.object({ show: fixParts.catch('all') }),
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, { query: { show } }) {
    const issuesHref = `/w/${slug}/issues`;
    const found = await findAchievements(scope);
    const head = (description: string) => (
      <PageHeader
        title="What our fixes achieved"
        description={description}
        breadcrumb={[{ label: 'Issues', href: issuesHref }]}
      />
    );
    if (!found || found.rows.length === 0) {
      return (
        <>
          {head('What became of complaints, of the ARR at risk and of the score once issues had shipped.')}
          <Card flush>
            <EmptyState
              icon={Rocket}
              title="No fix to measure yet"
              actions={<ButtonLink href={issuesHref}>Open the issues</ButtonLink>}
            >
              <p>
                Give an issue with a theme the status “Shipped” and the day it shipped. What changed is
                measured from there, once 30 days of feedback have followed.
              </p>
            </EmptyState>
          </Card>
        </>
      );
    }
    const { rows, currency, withoutTheme } = found;
    const left =
      withoutTheme > 0
        ? ` ${formatCount(withoutTheme, 'shipped issue')} without a theme cannot be counted.`
        : '';
    return (
      <>
        {head(
          `${formatCount(rows.length, 'shipped issue')}, each before and after the day it shipped.${left}`,
        )}
        <Totals found={found} issuesHref={issuesHref} />
        <Section id="fixes" title="Fixes">
          <Tabs
            label="Which fixes"
            tabs={fixParts.options.map((part) => ({
              label: PARTS[part].label,
              href: achievedHref(issuesHref, part),
              active: part === show,
              count: formatNumber(rows.filter(PARTS[part].has).length),
            }))}
          />
          <Card flush>
            <AchievementTable
              issuesHref={issuesHref}
              currency={currency}
              rows={rows.filter(PARTS[show].has)}
              answersHref={({ from, to }) =>
                responsesHref(slug, { metric: 'nps', ...countedOnce('nps'), from, to })
              }
            />
          </Card>
        </Section>
        <HowMade entries={howMade} />
      </>
    );
  },
});

/** The fixes that each figure counts. */
const PARTS: Record<FixPart, { label: string; has: (row: Achievement) => boolean }> = {
  all: { label: 'All shipped', has: () => true },
  measured: { label: 'Measured', has: ({ result }) => result.effect !== null },
  fell: { label: 'Complaints fell beyond the trend', has: hasFallen },
  points: { label: 'With NPS', has: ({ points }) => points !== null },
};

function hasFallen({ result }: Achievement): boolean {
  const interval = result.effect?.againstUntouched?.interval;
  return interval !== null && interval !== undefined && interval.high < 1;
}

function Totals({
  found: { rows, currency, money, points },
  issuesHref,
}: {
  found: Achievements;
  issuesHref: string;
}) {
  const measured = rows.filter(PARTS.measured.has).length;
  const fell = rows.filter(hasFallen).length;
  const none = 'No fix has enough on both sides yet.';
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Stat
        label="Complaints fell beyond the trend"
        value={`${formatNumber(fell)} of ${formatNumber(measured)}`}
        unit="fixes"
        links={[
          {
            text: formatCount(fell, 'fix that helped', 'fixes that helped'),
            href: achievedHref(issuesHref, 'fell'),
          },
          { text: `${formatNumber(measured)} measured`, href: achievedHref(issuesHref, 'measured') },
        ]}
      />
      <Stat
        label="ARR at risk taken away, 12 months"
        value={money && formatMoneyCompact(money.value, currency)}
        reason={none}
        {...(money && {
          ...(mayBeChance(money.interval) && { doubt: MAY_BE_CHANCE }),
          interval: formatMoneyRange(money.interval.low, money.interval.high, currency),
          n: money.accounts,
          noun: `account of ${formatCount(money.fixes, 'fix', 'fixes')}`,
          nouns: `accounts of ${formatCount(money.fixes, 'fix', 'fixes')}`,
          href: moneyPartsHref(issuesHref),
        })}
      />
      <Stat
        label="NPS points won back"
        value={points && formatPoints(points.value, 1)}
        reason={none}
        {...(points && {
          ...(mayBeChance(points.interval) && { doubt: MAY_BE_CHANCE }),
          interval: `${formatPoints(points.interval.low, 1)} to ${formatPoints(points.interval.high, 1)}`,
          n: points.fixes,
          noun: 'fix',
          nouns: 'fixes',
          href: achievedHref(issuesHref, 'points'),
        })}
      />
    </div>
  );
}

const MAY_BE_CHANCE = 'may be chance';

const howMade = [
  {
    term: 'Against untouched themes',
    description:
      'Complaints after ÷ before the fix, divided by the same ratio of all themes nobody fixed (difference in differences). Below 1 complaints fell by more than the trend. The interval comes from drawing accounts anew 500 times.',
  },
  {
    term: 'ARR at risk taken away',
    description:
      'ARR of the accounts that complained in the window before the fix × (the ratio to be expected from untouched themes − the ratio there was) × the share of ARR that goes with the theme over 12 months by its shrunk risk ratio and the base rate of each account’s plan and revenue band, as for ARR at risk. The risk ratio says what goes with churn, not what causes it; an account that complained of two fixed themes counts in both. Where a theme is not associated with churn (q of 0.05 or more), that is said beside it.',
  },
  {
    term: 'NPS points',
    description:
      'What the theme adds to NPS after the fix, minus what it added before, each answer split equally over its themes. It is a plain before and after: the score’s own ups and downs are in it.',
  },
  {
    term: 'Sums',
    description:
      'Added up draw by draw, so that what fixes share by chance is in the interval of the sum. Fixes that show no change, or a change for the worse, are in it like all others. Issues ship at their peak and would have fallen somewhat anyway.',
  },
];
