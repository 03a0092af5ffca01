import { drawReplicates } from '@/lib/impact/account-bootstrap';
import { makeBaseRates } from '@/lib/impact/base-rates';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { findExposedAccounts } from '@/lib/impact/exposed-accounts';
import { computeRevenueAtRisk, isPaying, sumLost } from '@/lib/impact/revenue-at-risk';
import { shareError } from '@/lib/impact/testing/judge-simulation';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { computePercentileInterval, computeQuantile } from '@/lib/stats/quantile';

const TRUE_RATIOS = [1.5, 2.5, 4];
const WINDOW_DAYS = 90;

/**
 * How often the bootstrap's 95 % intervals hold the truth of the driver: of its shrunk risk ratio, and of its ARR at risk, given
 * the base rates; and where the middle of the draws lies, against the shrunk ratio of the data. Shrinkage pulls a strong
 * driver towards the many themes that do nothing, so that the first two are below 95 %.
 */
export function printDraws(seeds: number): void {
  console.log(`\n## Bootstrap draws: ${seeds} seeds, 400 accounts, 18 months, "${PLANTED.driver}"\n`);
  console.log('| true ratio | shrunk ratio held | ARR at risk held | median of draws / point |');
  console.log('| --- | --- | --- | --- |');
  for (const driverRiskRatio of TRUE_RATIOS) {
    const found = { ratio: 0, money: 0, middle: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const judged = judgeSeed(seed, driverRiskRatio);
      if (judged.holdsRatio) found.ratio++;
      if (judged.holdsMoney) found.money++;
      found.middle += judged.middle / seeds;
    }
    const share = (held: number) =>
      `${((100 * held) / seeds).toFixed(1)} % ± ${(100 * shareError(held / seeds, seeds)).toFixed(1)}`;
    console.log(
      `| ${driverRiskRatio} | ${share(found.ratio)} | ${share(found.money)} | ${found.middle.toFixed(2)} |`,
    );
  }
}

function judgeSeed(seed: number, driverRiskRatio: number) {
  const input = simulateWorkspace({ seed, accounts: 400, months: 18, driverRiskRatio });
  const associations = computeChurnAssociations(input, PLANTED_THEMES, { sensitivityLagDays: [] });
  const replicates = drawReplicates(associations, { seed });
  const window = { asOfDay: input.coverage.churnUntil, windowDays: WINDOW_DAYS };
  const exposed = findExposedAccounts(input.accounts, input.mentions, window);
  const position = PLANTED_THEMES.indexOf(PLANTED.driver);
  const logRatios = replicates.map(({ churn }) => churn[position]?.logRiskRatio ?? 0);
  const paying = (exposed.get(PLANTED.driver) ?? []).filter(isPaying);
  const baseRate = makeBaseRates(associations.index)(null)(PLANTED.driver);
  const { interval } = computeRevenueAtRisk(associations, exposed, replicates).themes[position] ?? {};
  const point = associations.themes[position]?.shrunk.logRiskRatio ?? 0;
  return {
    holdsRatio: holds(computePercentileInterval(logRatios), Math.log(driverRiskRatio)),
    holdsMoney: holds(interval ?? null, sumLost(baseRate, paying, driverRiskRatio) ?? 0),
    middle: Math.exp(computeQuantile(Float64Array.from(logRatios).sort(), 0.5) - point),
  };
}

function holds(interval: { low: number; high: number } | null, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= interval.high;
}
