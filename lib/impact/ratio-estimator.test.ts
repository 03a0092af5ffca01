import { expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { computePanel, DEFAULT_PANEL_OPTIONS } from '@/lib/impact/panel';
import { makeRatioEstimator } from '@/lib/impact/ratio-estimator';
import { COARSENINGS, collectStrata, indexStrata, sumGroups } from '@/lib/impact/strata';
import { PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { computeMantelHaenszel } from '@/lib/stats/mantel-haenszel';

const input = simulateWorkspace({ seed: 4, accounts: 120, months: 15, driverRiskRatio: 2 });
const index = indexStrata(computePanel(input, DEFAULT_PANEL_OPTIONS));
const themes = PLANTED_THEMES.flatMap((themeId) =>
  COARSENINGS.map((_, coarsening) => ({ themeId, coarsening })),
);

it('has the ratios of the strata, for every theme and coarsening, under any weights of accounts', () => {
  const estimate = makeRatioEstimator(index, themes);
  const random = makeRandom(9);
  const drawn = () => Float64Array.from(index.panel.accountIds, () => Math.floor(3 * random()));
  // Each round again from a clean start: what one round adds up must not reach the next.
  for (const weights of [null, drawn(), drawn(), null]) {
    for (const [position, ratio] of estimate(weights).entries()) {
      const { themeId, coarsening } = themes[position] ?? { themeId: '', coarsening: 0 };
      const totals = sumGroups(index, coarsening, weights);
      const expected = computeMantelHaenszel(collectStrata(index, totals, themeId, weights).strata);
      if (expected === null || expected.standardError === 0) expect(ratio).toBeNull();
      else expect(ratio?.logRiskRatio).toBeCloseTo(expected.logRiskRatio, 10);
      if (ratio) expect(ratio.standardError).toBeCloseTo(expected?.standardError ?? Number.NaN, 10);
    }
  }
});

it('has no ratio for a theme that nobody mentioned', () => {
  expect(makeRatioEstimator(index, [{ themeId: 'silence', coarsening: 0 }])(null)).toEqual([null]);
});
