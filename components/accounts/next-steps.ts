import type { UsageTrend } from '@/lib/accounts/usage-trend';
import { formatDate, formatPercent } from '@/lib/core/format';

/** What the steps are drawn from; days are UTC days. */
export interface NextStepFacts {
  today: Date;
  hasChurned: boolean;
  renewalAt: Date | null;
  /** Over 12 months; null where unknown. */
  atRiskCents: number | null;
  /** The theme that puts most of the ARR at risk, if one that is associated with churn does. */
  worstTheme: { name: string; issueStatus: string | null } | null;
  /** The latest detractor, whose answer is still their latest. */
  detractor: { name: string | null; score: number; at: Date } | null;
  usage: UsageTrend | null;
  /** Whole days since anybody there was heard, up to the latest feedback of the workspace; null if never. */
  silentDays: number | null;
}

const MS_PER_DAY = 86_400_000;
const RENEWAL_SOON_DAYS = 90;
const SILENT_DAYS = 90;

/** What to do about an account, most pressing first: each step with the fact it rests on. */
export function suggestNextSteps(facts: NextStepFacts): string[] {
  if (facts.hasChurned) return [];
  const steps: string[] = [];
  const { renewalAt, worstTheme, detractor, usage, silentDays } = facts;
  const untilRenewal = renewalAt && Math.ceil((renewalAt.getTime() - facts.today.getTime()) / MS_PER_DAY);
  if (renewalAt && untilRenewal !== null && untilRenewal >= 0 && untilRenewal <= RENEWAL_SOON_DAYS) {
    steps.push(`Prepare the renewal: it is due on ${formatDate(renewalAt)}.`);
  }
  if (worstTheme) {
    const where = worstTheme.issueStatus ? ` The issue is ${worstTheme.issueStatus}.` : '';
    steps.push(
      `Talk about “${worstTheme.name}”: they had a problem with it, and it is associated with churn.${where}`,
    );
  } else if (facts.atRiskCents) {
    steps.push('Talk about the problems under “Why at risk”: they go with more churn, which may be chance.');
  }
  if (detractor) {
    const who = detractor.name ?? 'the person';
    steps.push(`Answer ${who}, who gave ${detractor.score} of 10 on ${formatDate(detractor.at)}.`);
  }
  if (usage?.direction === 'faded') {
    steps.push(`Ask why fewer people use it: ${formatPercent(-usage.changeShare)} fewer a week than before.`);
  }
  if (silentDays === null) steps.push('Ask how they are: nothing was heard from them yet.');
  else if (silentDays > SILENT_DAYS) {
    steps.push(`Ask how they are: nothing was heard from them for ${silentDays} days.`);
  }
  return steps;
}
