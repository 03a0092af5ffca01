import { expect, test } from 'vitest';
import { drawReplicates } from '@/lib/impact/account-bootstrap';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';

const SEEDS = 16;

test('draws of the shrunk ratio lie about that of the data, neither above nor below', () => {
  const position = PLANTED_THEMES.indexOf(PLANTED.driver);
  let shift = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const input = simulateWorkspace({ seed, accounts: 400, months: 18, driverRiskRatio: 1.5 });
    const associations = computeChurnAssociations(input, PLANTED_THEMES, { sensitivityLagDays: [] });
    const replicates = drawReplicates(associations, { replicates: 100 });
    const mean = replicates.reduce((sum, { churn }) => sum + (churn[position]?.logRiskRatio ?? 0), 0) / 100;
    shift += (mean - (associations.themes[position]?.shrunk.logRiskRatio ?? 0)) / SEEDS;
  }
  // With the spread of the data's formula they lie 0.09 above.
  expect(Math.abs(shift)).toBeLessThan(0.04);
});
