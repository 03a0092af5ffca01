import { expect, test } from 'vitest';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { firstDayOf } from '@/lib/impact/months';
import type { PanelAccount, PanelInput, ProblemMention } from '@/lib/impact/panel';
import { makeAccount } from '@/lib/impact/testing/make-account';
import { PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computeFisherExact } from '@/lib/stats/fisher-exact';

const MONTH = 12 * 2024 + 5;
const START = firstDayOf(MONTH);

/** One month of a panel: accounts alike in everything but theme `t` and churn. */
function makeMonth(
  exposed: { total: number; churned: number },
  unexposed: { total: number; churned: number },
): PanelInput {
  const accounts: PanelAccount[] = [];
  const mentions: ProblemMention[] = [];
  for (const [name, group] of Object.entries({ exposed, unexposed })) {
    for (let number = 0; number < group.total; number++) {
      const accountId = `${name}-${number}`;
      accounts.push(makeAccount(accountId, { churnedDay: number < group.churned ? START + 3 : null }));
      if (name === 'exposed') mentions.push({ unitId: accountId, themeId: 't', occurredDay: START - 60 });
    }
  }
  const coverage = { feedbackFrom: START - 120, feedbackUntil: START, churnUntil: firstDayOf(MONTH + 1) };
  return { accounts, mentions, coverage };
}

function associate(input: PanelInput) {
  const { themes } = computeChurnAssociations(input, ['t'], { sensitivityLagDays: [] });
  const [association] = themes;
  if (association === undefined) throw new Error('the theme is missing');
  return association;
}

test('one stratum: the plain ratio with Fisher’s p value', () => {
  const association = associate(makeMonth({ total: 10, churned: 4 }, { total: 40, churned: 4 }));
  expect(association).toMatchObject({
    exposedAccounts: 10,
    exposedMonths: 10,
    exposedChurned: 4,
    comparisonMonths: 40,
    comparisonChurned: 4,
    strata: 1,
    keptExposedShare: 1,
    coarsening: 0,
    reason: null,
  });
  expect(association.estimate?.riskRatio).toBeCloseTo(4, 12);
  expect(association.estimate?.test).toBe('fisher');
  const pValue = computeFisherExact([
    [4, 6],
    [4, 36],
  ]);
  expect(association.estimate?.pValue).toBe(pValue);
  expect(association.estimate?.qValue).toBe(pValue);
  expect(association.estimate?.eValue).toBeCloseTo(4 + Math.sqrt(12), 10);
  expect(association.shrunk.riskRatio).toBeGreaterThan(1);
  expect(association.shrunk.riskRatio).toBeLessThan(4);
});

test('too little to go on is null with a reason, and shrinks to a ratio of 1', () => {
  const reasonOf = (
    exposed: { total: number; churned: number },
    unexposed: { total: number; churned: number },
  ) => {
    const { estimate, reason, shrunk } = associate(makeMonth(exposed, unexposed));
    expect(estimate).toBeNull();
    expect(shrunk).toMatchObject({ riskRatio: 1, logRiskRatio: 0, probabilityPositive: 0.5 });
    return reason;
  };
  expect(reasonOf({ total: 4, churned: 2 }, { total: 40, churned: 4 })).toBe('too-few-exposed-accounts');
  expect(reasonOf({ total: 10, churned: 1 }, { total: 40, churned: 1 })).toBe('too-few-churned-accounts');
  expect(reasonOf({ total: 10, churned: 4 }, { total: 0, churned: 0 })).toBe('nothing-comparable');
  expect(reasonOf({ total: 10, churned: 0 }, { total: 40, churned: 4 })).toBe('no-churn-when-exposed');
  expect(reasonOf({ total: 10, churned: 4 }, { total: 40, churned: 0 })).toBe('no-churn-in-comparison');
  expect(reasonOf({ total: 10, churned: 10 }, { total: 5, churned: 5 })).toBe('no-variation');
});

test('a theme nobody mentioned has no exposure to report', () => {
  const { themes } = computeChurnAssociations(makeMonth({ total: 5, churned: 2 }, { total: 9, churned: 2 }), [
    'u',
  ]);
  expect(themes[0]).toMatchObject({ themeId: 'u', exposedMonths: 0, keptExposedShare: null, estimate: null });
});

test('q values run over the themes asked for that have an estimate, in their order', () => {
  const input = simulateWorkspace({ seed: 2, accounts: 250, months: 15, driverRiskRatio: 3 });
  const { themes } = computeChurnAssociations(input, [...PLANTED_THEMES, 'silence']);
  const estimates = themes.flatMap(({ estimate }) => estimate ?? []);
  expect(estimates).toHaveLength(PLANTED_THEMES.length);
  expect(estimates.map(({ qValue }) => qValue)).toEqual(
    adjustBenjaminiHochberg(estimates.map(({ pValue }) => pValue)),
  );
  expect(themes.map(({ themeId }) => themeId)).toEqual([...PLANTED_THEMES, 'silence']);
});

test('the sensitivity lines are what each lag gives by itself', () => {
  const input = simulateWorkspace({ seed: 3, accounts: 250, months: 15, driverRiskRatio: 3 });
  const [driver] = computeChurnAssociations(input, ['driver']).themes;
  expect(driver?.sensitivity.map(({ lagDays }) => lagDays)).toEqual([0, 30, 60]);
  for (const { lagDays, riskRatio, interval } of driver?.sensitivity ?? []) {
    const panel = { windowDays: 90, lagDays };
    const [alone] = computeChurnAssociations(input, ['driver'], { panel, sensitivityLagDays: [] }).themes;
    expect(riskRatio).toBe(alone?.estimate?.riskRatio);
    expect(interval).toEqual(alone?.estimate?.interval);
  }
});
