import type { Metadata } from 'next';
import { z } from 'zod';
import { AccountFacts } from '@/components/accounts/account-facts';
import { AccountPeople } from '@/components/accounts/account-people';
import { AccountRisk } from '@/components/accounts/account-risk';
import { AccountStats } from '@/components/accounts/account-stats';
import { AccountStatus } from '@/components/accounts/account-status';
import { ArrHistory } from '@/components/accounts/arr-history';
import { HealthSection } from '@/components/accounts/health-section';
import { NextStepList } from '@/components/accounts/next-step-list';
import { OwnerForm } from '@/components/accounts/owner-form';
import { Timeline } from '@/components/accounts/timeline';
import { UsageCard } from '@/components/accounts/usage-card';
import { ValueSection } from '@/components/accounts/value-section';
import { WeightForm } from '@/components/accounts/weight-form';
import { CompanyMergeTable } from '@/components/contacts/company-merge-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findAccountMerges } from '@/lib/accounts/find-account-suggestions';
import { findWeeklyUsage } from '@/lib/accounts/find-weekly-usage';
import { getAccount } from '@/lib/accounts/get-account';
import { convertCents, minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { computeUsageTrend } from '@/lib/accounts/usage-trend';
import { findAccountPeople } from '@/lib/annotations/find-account-people';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { lastDays } from '@/lib/annotations/period';
import { tellRoles } from '@/lib/annotations/person-role';
import { parsePlace, timelineKinds } from '@/lib/annotations/timeline-place';
import { can } from '@/lib/auth/permissions';
import { findLastSaid } from '@/lib/feedback/find-last-said';
import { findHealthModels, findPropensities } from '@/lib/health/find-health';
import { findLifetimeValue } from '@/lib/health/find-lifetime-value';
import { definePage } from '@/lib/http/define-page';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { findAccountRisk } from '@/lib/impact/find-account-risk';
import { findIssuesOfThemes } from '@/lib/issues/find-issues-of-themes';
import { getSetting } from '@/lib/settings/queries';
import { findMembers } from '@/lib/workspaces/queries';
import { undo } from '../duplicates/actions';
import { saveOwner, saveWeight } from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Account' };

const MS_PER_DAY = 86_400_000;
const PROBLEM_DAYS = 90;
const PEOPLE_SHOWN = 50;
const USAGE_WEEKS = 26;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ account: z.uuid() }),
  query: z.object({
    kind: z.enum(timelineKinds).nullable().catch(null),
    at: z.string().optional().catch(undefined),
    people: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  find: ({ scope }, { params }) => getAccount(scope, params.account),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug, currency } }, { query }, account) {
    const today = new Date();
    const [rates, recorded, models, members, merges] = await Promise.all([
      getSetting(scope, 'currencyRates'),
      findRecordedDays(scope),
      findHealthModels(scope),
      findMembers(scope),
      findAccountMerges(scope, { accountId: account.id }),
    ]);
    const { id, arrCents, churnedAt } = account;
    const factors = minorUnitFactors(currency, rates);
    const latestDay = recorded && new Date(recorded.to);
    const days = recorded && lastDays(recorded.to, PROBLEM_DAYS);
    const [risk, timeline, { people, total }, weeks, statements, problems, lastSaid, propensities, value] =
      await Promise.all([
        findAccountRisk(scope, id, { currency, rates, today }),
        findTimeline(scope, { accountId: id }, { only: query.kind, place: parsePlace(query.at) }),
        findAccountPeople(scope, id, { page: 1, pageSize: PEOPLE_SHOWN }),
        findWeeklyUsage(scope, id, { until: latestDay ?? today, weeks: USAGE_WEEKS }),
        countFeedback(scope, { account: id }),
        countFeedback(scope, { account: id, problem: '1', ...days }),
        findLastSaid(scope, id),
        findPropensities(scope, [id]),
        findLifetimeValue(scope, id, { until: dayAfter(latestDay ?? today), factors }),
      ]);
    const shown =
      query.people === 1
        ? people
        : (await findAccountPeople(scope, id, { page: query.people, pageSize: PEOPLE_SHOWN })).people;
    const issues = await findIssuesOfThemes(scope, risk?.themes.map(({ themeId }) => themeId) ?? []);
    const outlook = propensities.get(id) ?? {};
    const owner = members.find((member) => member.id === account.ownerId);
    const hasChurned = churnedAt !== null && churnedAt <= today;
    const convertedArrCents =
      arrCents === null || account.currency === null
        ? null
        : convertCents(arrCents, account.currency, factors);
    const worst = risk?.themes.find(({ lostShare, churn }) => (lostShare ?? 0) > 0 && isChurnLinked(churn));
    const likely = risk?.themes.find(({ lostShare }) => (lostShare ?? 0) > 0);
    const detractor = people.find(({ npsScore }) => npsScore !== null && npsScore <= 6);
    return (
      <>
        <PageHeader
          title={<span dir="auto">{account.name}</span>}
          breadcrumb={[{ label: 'Accounts', href: accountsHref(slug, {}) }]}
          actions={<AccountStatus churnedAt={churnedAt} hasChurned={hasChurned} />}
        />
        <AccountStats
          workspaceSlug={slug}
          accountId={id}
          arr={
            arrCents === null || account.currency === null
              ? null
              : { cents: arrCents, currency: account.currency }
          }
          convertedArrCents={convertedArrCents}
          atRiskCents={hasChurned ? null : (risk?.atRiskCents ?? null)}
          workspaceCurrency={currency}
          statements={statements}
          problems={days && { count: problems, days }}
        />
        <NextStepList
          workspaceSlug={slug}
          facts={{
            today,
            hasChurned,
            renewalAt: account.renewalAt,
            atRiskCents: risk?.atRiskCents ?? null,
            worstTheme: worst ? { name: worst.name, issue: issues.get(worst.themeId) ?? null } : null,
            likelyTheme: likely ? { name: likely.name, issue: issues.get(likely.themeId) ?? null } : null,
            detractor:
              detractor?.npsAt && detractor.npsScore !== null
                ? { name: detractor.name, score: detractor.npsScore, at: detractor.npsAt }
                : null,
            usage: computeUsageTrend(weeks),
            silentDays:
              latestDay && lastSaid
                ? Math.max(0, Math.floor((latestDay.getTime() - lastSaid.getTime()) / MS_PER_DAY) + 1)
                : null,
            ...(outlook.churn ? { reasons: outlook.churn.reasons } : {}),
          }}
        />
        {!hasChurned && (
          <HealthSection
            workspaceSlug={slug}
            accountId={id}
            currency={currency}
            models={models}
            propensities={outlook}
            atRiskShare={
              risk?.atRiskCents == null || !convertedArrCents ? null : risk.atRiskCents / convertedArrCents
            }
          />
        )}
        <ValueSection
          workspaceSlug={slug}
          currency={currency}
          value={value}
          arrCents={hasChurned ? null : convertedArrCents}
        />
        <AccountRisk
          workspaceSlug={slug}
          accountId={id}
          currency={currency}
          hasChurned={hasChurned}
          risk={risk}
          issues={issues}
        />
        <AccountPeople
          workspaceSlug={slug}
          accountId={id}
          people={shown}
          roles={tellRoles(people)}
          total={total}
          page={query.people}
          pageSize={PEOPLE_SHOWN}
          hrefOf={(target) => `/w/${slug}/accounts/${id}?people=${target}#people`}
        />
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <AccountFacts
            account={account}
            owner={
              can(role, 'accounts.assign') ? (
                <OwnerForm
                  action={saveOwner.bind(null, slug)}
                  accountId={id}
                  ownerId={account.ownerId}
                  members={members}
                />
              ) : (
                (owner?.name ?? 'Nobody yet')
              )
            }
            weight={
              can(role, 'issues.edit') ? (
                <WeightForm
                  action={saveWeight.bind(null, slug)}
                  accountId={id}
                  weight={account.strategicWeight}
                />
              ) : (
                account.strategicWeight
              )
            }
          />
          <div className="space-y-8">
            <UsageCard workspaceSlug={slug} accountId={id} weeks={weeks} />
            <ArrHistory lines={account.arrHistory} />
          </div>
        </div>
        {merges.length > 0 && (
          <Section title="Merged into this account">
            <Card flush>
              <CompanyMergeTable
                workspaceSlug={slug}
                merges={merges}
                undo={can(role, 'contacts.merge') ? undo.bind(null, slug) : null}
              />
            </Card>
          </Section>
        )}
        <Timeline
          workspaceSlug={slug}
          here={`/w/${slug}/accounts/${id}`}
          of={{ accountId: id }}
          timeline={timeline}
          only={query.kind}
        />
      </>
    );
  },
});

function dayAfter(day: Date): Date {
  return new Date(day.getTime() + MS_PER_DAY);
}
