import { expect, test } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { feedbackLevelOf } from '@/lib/impact/feedback-levels';
import { computePanel, DEFAULT_PANEL_OPTIONS } from '@/lib/impact/panel';
import {
  COARSENINGS,
  chooseCoarsening,
  collectStrata,
  indexStrata,
  makeTotals,
  sumGroups,
} from '@/lib/impact/strata';
import { listExposures, listPanelRows } from '@/lib/impact/testing/list-panel-rows';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';
import type { Stratum } from '@/lib/stats/mantel-haenszel';

const input = simulateWorkspace({ seed: 4, accounts: 120, months: 15, driverRiskRatio: 2 });
const panel = computePanel(input, DEFAULT_PANEL_OPTIONS);
const index = indexStrata(panel);

/** The strata the slow way: every row classified by its own key. */
function tabulate(themeId: string, coarsening: number, weights: Float64Array): Stratum[] {
  const own = new Map(listExposures(panel, themeId).map(({ row, days }) => [row, days]));
  const strata = new Map<string, Stratum>();
  for (const [position, row] of listPanelRows(panel).entries()) {
    const parts = {
      plan: row.plan,
      field: row.field,
      revenueBand: row.revenueBand,
      tenure: row.tenureBand,
      renewal: row.isRenewalDue,
      quarter: Math.floor(row.month / 3),
      year: Math.floor(row.month / 12),
    };
    const level = feedbackLevelOf(row.feedbackDays - (own.get(position) ?? 0));
    const key = JSON.stringify([level, ...(COARSENINGS[coarsening] ?? []).map((part) => parts[part])]);
    const stratum = strata.get(key) ?? {
      exposedTotal: 0,
      exposedChurned: 0,
      unexposedTotal: 0,
      unexposedChurned: 0,
    };
    const weight = weights[row.account] ?? 0;
    stratum[own.has(position) ? 'exposedTotal' : 'unexposedTotal'] += weight;
    if (row.hasChurned) stratum[own.has(position) ? 'exposedChurned' : 'unexposedChurned'] += weight;
    strata.set(key, stratum);
  }
  return [...strata.values()].filter((stratum) => stratum.exposedTotal > 0 && stratum.unexposedTotal > 0);
}

function sorted(strata: Stratum[]): string[] {
  return strata.map((stratum) => JSON.stringify(Object.entries(stratum).sort())).sort();
}

test('strata agree with a plain tabulation, for every theme, coarsening and weight', () => {
  const random = makeRandom(8);
  const once = new Float64Array(panel.accountIds.length).fill(1);
  const drawn = once.map(() => Math.floor(3 * random()));
  for (let coarsening = 0; coarsening < COARSENINGS.length; coarsening++) {
    for (const weights of [once, drawn]) {
      const totals = sumGroups(index, coarsening, weights);
      for (const themeId of PLANTED_THEMES) {
        const { strata, exposedMonths, keptExposedMonths } = collectStrata(index, totals, themeId, weights);
        expect(strata.length).toBeGreaterThan(0);
        expect(sorted(strata)).toEqual(sorted(tabulate(themeId, coarsening, weights)));
        expect(keptExposedMonths).toBe(strata.reduce((sum, stratum) => sum + stratum.exposedTotal, 0));
        expect(exposedMonths).toBeGreaterThanOrEqual(keptExposedMonths);
      }
    }
  }
});

test('no weights are the same as all weights 1', () => {
  const once = new Float64Array(panel.accountIds.length).fill(1);
  expect(collectStrata(index, sumGroups(index, 0, null), 'driver', null)).toEqual(
    collectStrata(index, sumGroups(index, 0, once), 'driver', once),
  );
});

test('a theme nobody mentioned has no strata, and ends at the coarsest comparison', () => {
  expect(collectStrata(index, sumGroups(index, 0, null), 'silence', null).strata).toEqual([]);
  expect(chooseCoarsening(makeTotals(index, null), index, 'silence')).toBe(COARSENINGS.length - 1);
});

test('the first coarsening that keeps enough exposed months is taken', () => {
  const totalsOf = makeTotals(index, null);
  for (const themeId of PLANTED_THEMES) {
    const kept = COARSENINGS.map((_, coarsening) => {
      const found = collectStrata(index, totalsOf(coarsening), themeId, null);
      return found.keptExposedMonths / found.exposedMonths;
    });
    expect(chooseCoarsening(totalsOf, index, themeId)).toBe(chooseCoarsening(totalsOf, index, themeId, 80));
    for (const percent of [60, 80, 95]) {
      const chosen = chooseCoarsening(totalsOf, index, themeId, percent);
      expect(kept.slice(0, chosen).every((share) => 100 * share < percent)).toBe(true);
      if (chosen < COARSENINGS.length - 1) expect(100 * (kept[chosen] ?? 0)).toBeGreaterThanOrEqual(percent);
    }
  }
});

test('the more months are to be kept, the coarser the comparison', () => {
  const totalsOf = makeTotals(index, null);
  const steps = [0, 60, 80, 95, 100].map((percent) =>
    chooseCoarsening(totalsOf, index, PLANTED.driver, percent),
  );
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBeGreaterThan(0);
});
