import { formatPercent } from '@/lib/core/format';
import { HORIZON_MONTHS } from '@/lib/health/schema';

const MONTHS_AHEAD = 12;

/** The chance to leave within 12 months where that of every {@link HORIZON_MONTHS} months stays what it is. */
export function chanceOfAYear(chance: number): number {
  return 1 - (1 - chance) ** (MONTHS_AHEAD / HORIZON_MONTHS);
}

/**
 * How the two risks of an account go together, on one horizon; null where there is no chance of leaving to speak of.
 * @param chance to leave within {@link HORIZON_MONTHS} months for whatever reason, 0..1
 * @param atRiskShare of its ARR over 12 months that goes with its problems; null where unknown
 */
export function relateHorizons(chance: number | null, atRiskShare: number | null): string | null {
  if (chance === null) return null;
  const whole = `The chance of leaving, ${formatPercent(chance)} within ${HORIZON_MONTHS} months, is for whatever reason; at that pace it is ${formatPercent(chanceOfAYear(chance))} within ${MONTHS_AHEAD} months.`;
  if (atRiskShare === null) return whole;
  return `${whole} The ARR at risk, ${formatPercent(atRiskShare)} of it over the same ${MONTHS_AHEAD} months, is only what goes with its problems, on top of what accounts like it lose anyway. The two are computed apart, from different things; do not add them up.`;
}
