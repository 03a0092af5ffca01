import type { EpochDay } from '@/lib/impact/months';
import type { Coverage, PanelAccount } from '@/lib/impact/panel';

/**
 * What the records cover: feedback from its first day until `asOfDay` (exclusive), churn at least as long and up to the
 * last churn known. Churn dated after `today` is an intention, not an outcome.
 */
export function findCoverage(
  accounts: readonly PanelAccount[],
  {
    firstFeedbackDay,
    asOfDay,
    today = Number.POSITIVE_INFINITY,
  }: { firstFeedbackDay: EpochDay; asOfDay: EpochDay; today?: EpochDay },
): Coverage {
  const lastChurnDay = accounts.reduce((latest, { churnedDay }) => Math.max(latest, churnedDay ?? 0), 0);
  return {
    feedbackFrom: firstFeedbackDay,
    feedbackUntil: asOfDay,
    churnUntil: Math.max(asOfDay, Math.min(today, lastChurnDay) + 1),
  };
}
