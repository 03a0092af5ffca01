import { formatNumber, formatPercent } from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { describeReason } from '@/lib/impact/explain';
import type { ImpactDetails, ImpactParameters } from '@/lib/impact/schema';
import { describeChance } from '@/lib/stats/describe-chance';
import { describeTimes } from './churn-times';

type Churn = ImpactDetails['churn'];

/** What the comparison says, in one plain sentence; never more than an association. */
export function describeAssociation(churn: Churn): string {
  const { estimate } = churn;
  if (estimate === null) {
    return `There is no estimate of how this goes with churn: ${churn.reason === null ? 'there is too little to tell' : describeReason(churn.reason)}.`;
  }
  const times = `Accounts with this problem left ${describeTimes(estimate)}`;
  return isChurnLinked(churn)
    ? `${times}; that is ${describeChance(estimate.qValue)}. The problem is associated with churn; whether it causes it, numbers alone cannot say.`
    : `${times}, but that may be chance. The problem is not called associated with churn.`;
}

/** The figures behind the sentence, each by name, for those who want to check. */
export function listChurnFigures(
  churn: Churn,
  { windowDays, lagDays, keptPercent, strataField }: ImpactParameters,
): [string, string][] {
  const { estimate, shrunk } = churn;
  const range = ({ low, high }: { low: number | null; high: number | null }) =>
    low === null || high === null ? 'unknown' : `${formatNumber(low, 2)} to ${formatNumber(high, 2)}`;
  const rows: [string, string][] = [
    [
      'Exposed means',
      `a problem mention in the ${windowDays} days that end ${lagDays} days before the month`,
    ],
    [
      'Strata',
      strataField
        ? `${formatNumber(churn.strata)}, alike also in “${strataField}” while the plan is shared`
        : formatNumber(churn.strata),
    ],
    [
      'Exposed months with a match',
      churn.keptExposedShare === null
        ? '–'
        : `${formatPercent(churn.keptExposedShare)}; months had to be less alike until ${keptPercent}% had one`,
    ],
  ];
  if (estimate !== null) {
    rows.push(
      ['Risk ratio', `${formatNumber(estimate.riskRatio, 2)} (95% ${range(estimate.interval)})`],
      [
        'Risk ratio, shrunk',
        `${formatNumber(shrunk.riskRatio, 2)} (95% ${range(shrunk.interval)}); pulled towards 1 as far as the data are few; what rank and ARR at risk count with`,
      ],
      [
        'Test',
        estimate.test === 'fisher' ? 'Fisher, exact' : 'Cochran-Mantel-Haenszel, with continuity correction',
      ],
      ['p', probability(estimate.pValue)],
      ['q', `${probability(estimate.qValue)}, after Benjamini-Hochberg over all issues`],
      [
        'E-value',
        `${formatNumber(estimate.eValue, 2)}; of the limit nearer to 1: ${formatNumber(estimate.intervalEValue, 2)}. So strongly, as a risk ratio, would something unmeasured have to go with both to explain it away`,
      ],
    );
  }
  return rows;
}

function probability(value: number): string {
  return value < 0.0001 ? value.toExponential(1) : value.toFixed(4);
}
