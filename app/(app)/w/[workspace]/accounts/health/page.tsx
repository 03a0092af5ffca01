import type { Metadata } from 'next';
import { AccountTabs } from '@/components/accounts/account-tabs';
import { HealthQuality } from '@/components/accounts/health-quality';
import { type HealthRow, HealthTable } from '@/components/accounts/health-table';
import { suggestNextSteps } from '@/components/accounts/next-steps';
import { NoAccountFits, NoAccounts } from '@/components/accounts/no-accounts';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { Card } from '@/components/ui/card';
import { FilterBar } from '@/components/ui/filter-bar';
import { ChoiceField, namedAfterThemselves } from '@/components/ui/filter-fields';
import { HowMade } from '@/components/ui/how-made';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { parseAccountListQuery } from '@/lib/accounts/account-list-query';
import { findAccountChoices } from '@/lib/accounts/find-account-choices';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { formatCount, formatDate } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { findHealthModels, findPropensities } from '@/lib/health/find-health';
import { HORIZON_MONTHS } from '@/lib/health/schema';
import { definePage } from '@/lib/http/define-page';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { AccountRow } from '@/lib/impact/describe-accounts';
import { ACCOUNTS_PER_PAGE, countAccounts, findAccountPage } from '@/lib/impact/find-account-page';
import { findNewestImpact } from '@/lib/impact/queries';
import { findIssuesOfThemes } from '@/lib/issues/find-issues-of-themes';
import { addressSchema } from '@/lib/responses/address';
import { getSetting } from '@/lib/settings/queries';
import { findMembers } from '@/lib/workspaces/queries';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Account health' };

const MS_PER_DAY = 86_400_000;

export default definePage({
  permission: 'workspace.read',
  query: addressSchema,
  loading: <PageShape />,
  async render({ scope, role, memberId, workspace: { slug, currency } }, { query: address }) {
    const home = `/w/${slug}/accounts/health`;
    const { unreadable, filter: asked, page } = parseAccountListQuery(address);
    const today = new Date();
    const own = await countAccounts(scope, { owner: memberId, status: 'active' }, today);
    // Who looks after accounts begins with those; an owner in the address, were it an empty one, is a choice of another list.
    const beginsWithOwn = role === 'success_manager' && own > 0;
    const { plan, segment } = asked;
    const owner = asked.owner ?? (beginsWithOwn && !('owner' in address) ? memberId : undefined);
    const filter = { ...(plan && { plan }), ...(segment && { segment }), ...(owner && { owner }) };
    const head = (description: string) => (
      <>
        <PageHeader title="Account health" description={description} />
        <AccountTabs workspaceSlug={slug} active="health" />
      </>
    );
    const purpose = 'Who is likely to leave, what that would cost, and what to do about it.';
    if (unreadable.length > 0) {
      return (
        <>
          {head(purpose)}
          <UnreadableFilters fields={unreadable} query={address} clearHref={home} />
        </>
      );
    }
    const [models, rates, choices, members, recorded] = await Promise.all([
      findHealthModels(scope),
      getSetting(scope, 'currencyRates'),
      findAccountChoices(scope),
      findMembers(scope),
      findRecordedDays(scope),
    ]);
    const isShown = models.some(({ outcome, withheld }) => outcome === 'churn' && withheld === null);
    const found = await findAccountPage(
      scope,
      { filter: { ...filter, status: 'active' }, sort: isShown ? 'loss' : 'risk', order: 'desc', page },
      { currency, rates, today, problemDays: null },
    );
    const asOf = models[0]?.asOf;
    if (found.total === 0 && Object.keys(filter).length === 0) {
      return (
        <>
          {head(purpose)}
          <Card flush>
            <NoAccounts workspaceSlug={slug} />
          </Card>
        </>
      );
    }
    const rows = await addOutlook(scope, found.rows, {
      today,
      latestDay: recorded && new Date(recorded.to),
      nameOf: new Map(members.map(({ id, name }) => [id, name])),
    });
    const hrefOf = (fields: Record<string, string | number | undefined>) => {
      const query = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
      );
      if (beginsWithOwn && !query.has('owner')) query.set('owner', '');
      return query.size > 0 ? `${home}?${query}` : home;
    };
    return (
      <>
        {head(
          `${formatCount(found.total, 'customer')}, ${isShown ? `those first whose leaving would cost most by their chance to leave within ${HORIZON_MONTHS} months` : 'those first with most ARR at risk, for no chance to leave can be said'}.${asOf ? ` As of ${formatDate(asOf)}.` : ''}`,
        )}
        {own > 0 && (
          <Tabs
            label="Whose accounts"
            tabs={[
              {
                label: 'Looked after by me',
                href: hrefOf({ ...filter, owner: memberId }),
                active: owner === memberId,
              },
              {
                label: 'All customers',
                href: hrefOf({ ...filter, owner: undefined }),
                active: owner === undefined,
              },
            ]}
          />
        )}
        <FilterBar
          action={home}
          label="Filter accounts"
          clearHref={hrefOf({})}
          chips={Object.entries(filter).map(([name, value]) => ({
            name: { plan: 'Plan', segment: 'Segment', owner: 'Looked after by' }[name] ?? name,
            value:
              name === 'owner'
                ? (members.find(({ id }) => id === value)?.name ?? 'somebody no longer here')
                : value,
            removeHref: hrefOf({ ...filter, [name]: undefined }),
          }))}
        >
          <ChoiceField
            name="owner"
            label="Looked after by"
            set={owner}
            options={members
              .toSorted((a, b) => Number(b.id === memberId) - Number(a.id === memberId))
              .map(({ id, name }) => ({ value: id, name: id === memberId ? `Me (${name})` : name }))}
          />
          {choices.plans.length > 0 && (
            <ChoiceField name="plan" label="Plan" set={plan} options={namedAfterThemselves(choices.plans)} />
          )}
          {choices.segments.length > 0 && (
            <ChoiceField
              name="segment"
              label="Segment"
              set={segment}
              options={namedAfterThemselves(choices.segments)}
            />
          )}
        </FilterBar>
        <PagedCard
          page={page}
          pageSize={ACCOUNTS_PER_PAGE}
          shown={rows.length}
          total={found.total}
          noun="customer"
          hrefOf={(target) => hrefOf({ ...filter, page: target > 1 ? target : undefined })}
          empty={
            <NoAccountFits
              title={found.total === 0 ? 'No customer fits these filters' : 'The list ends before this page'}
              clearHref={hrefOf({})}
            />
          }
        >
          <HealthTable
            workspaceSlug={slug}
            currency={currency}
            rows={rows}
            asOf={asOf}
            shown={new Set(models.filter(({ withheld }) => withheld === null).map(({ outcome }) => outcome))}
          />
        </PagedCard>
        {models.length > 0 ? (
          <Section
            title="How well it foretells"
            description="Chances are shown only where they are better than chance on months later than those they were learned from."
          >
            <HealthQuality workspaceSlug={slug} models={models} />
          </Section>
        ) : (
          <p className="text-ink-mute">Nothing is foretold yet: it follows once issues have been ranked.</p>
        )}
        <HowMade entries={howMade} />
      </>
    );
  },
});

/** Beside each account what is foretold of it and the first thing to do, drawn from what the list knows. */
async function addOutlook(
  scope: Scope,
  rows: AccountRow[],
  { today, latestDay, nameOf }: { today: Date; latestDay: Date | null; nameOf: Map<string, string> },
): Promise<HealthRow[]> {
  const [propensities, impact] = await Promise.all([
    findPropensities(
      scope,
      rows.map(({ id }) => id),
    ),
    findNewestImpact(scope),
  ]);
  const linked = new Set(
    impact?.rows.filter(({ details }) => isChurnLinked(details.churn)).map(({ themeId }) => themeId),
  );
  const issues = await findIssuesOfThemes(scope, [
    ...new Set(rows.flatMap(({ themes }) => themes.map(({ id }) => id))),
  ]);
  return rows.map((row) => {
    const own = propensities.get(row.id) ?? {};
    const worst = row.themes.find(({ id }) => linked.has(id));
    const [likely] = row.themes;
    const use = own.churn?.reasons.find(({ key }) => key === 'usage')?.value ?? null;
    const steps = suggestNextSteps({
      today,
      hasChurned: row.hasChurned,
      renewalAt: row.renewalAt,
      atRiskCents: row.atRiskCents,
      worstTheme: worst ? { name: worst.name, issue: issues.get(worst.id) ?? null } : null,
      likelyTheme: likely ? { name: likely.name, issue: issues.get(likely.id) ?? null } : null,
      detractor:
        row.npsScore !== null && row.npsScore <= 6 && row.npsAt
          ? { name: null, score: row.npsScore, at: row.npsAt }
          : null,
      usage:
        use !== null && use < -FADED_SHARE
          ? { direction: 'faded', recentMean: 1 + use, earlierMean: 1, changeShare: use }
          : null,
      silentDays:
        latestDay && row.lastFeedbackAt
          ? Math.max(0, Math.floor((latestDay.getTime() - row.lastFeedbackAt.getTime()) / MS_PER_DAY) + 1)
          : null,
      ...(own.churn ? { reasons: own.churn.reasons } : {}),
    });
    return {
      ...row,
      propensities: own,
      ownerName: row.ownerId ? (nameOf.get(row.ownerId) ?? null) : null,
      nextStep: steps[0] ?? null,
    };
  });
}

/** A use that shrank by less is taken for the ordinary up and down, as on the account's own page. */
const FADED_SHARE = 0.3;

const howMade = [
  {
    term: 'Chance',
    description: `That the account leaves (or pays less, or more) within ${HORIZON_MONTHS} months of the day above, by a logistic regression with a ridge over account-months: tenure, ARR, plan, segment, renewal, use, statements and problems told, conversations, NPS and ratings, earlier changes of ARR, each as known at the start of the month. Learned anew after every ranking; older models are kept.`,
  },
  {
    term: 'Judged by',
    description:
      'Months later than those it learned from, in four steps forward. AUC is the share of pairs it puts in the right order; its 95% interval comes from drawing accounts anew. While the interval reaches down to 0.5 nothing is shown.',
  },
  {
    term: 'ARR × chance to leave',
    description:
      'What leaving would cost on average. It differs from ARR at risk, which counts only what goes with the problems told.',
  },
];
