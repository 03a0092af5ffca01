import type { UsageTrend } from '@/lib/accounts/usage-trend';
import { formatDate, formatPercent } from '@/lib/core/format';
import type { HealthReason, ReasonKey } from '@/lib/health/schema';
import type { IssueStatus } from '@/lib/issues/schema';
import { issueStatusWords } from './issue-status-words';

/** A theme to talk about, and its issue where it has one. */
export interface TalkTheme {
  name: string;
  issue: { id: string; status: IssueStatus } | null;
}

/** What the steps are drawn from; days are UTC days. */
export interface NextStepFacts {
  today: Date;
  hasChurned: boolean;
  renewalAt: Date | null;
  /** Over 12 months; null where unknown. */
  atRiskCents: number | null;
  /** The theme that puts most of the ARR at risk, if one that is associated with churn does. */
  worstTheme: TalkTheme | null;
  /** Else the theme that puts most of it at risk, though that may be chance. */
  likelyTheme?: TalkTheme | null;
  /** The latest detractor, whose answer is still their latest. */
  detractor: { name: string | null; score: number; at: Date } | null;
  usage: UsageTrend | null;
  /** Whole days since anybody there was heard, up to the latest feedback of the workspace; null if never. */
  silentDays: number | null;
  /** What moves the account's chance of leaving; without, steps stand in the order of what usually presses. */
  reasons?: readonly HealthReason[];
}

/** One thing to do, and the issue it is about where it is about one. */
export interface NextStep {
  text: string;
  issueId: string | null;
}

interface Step {
  text: string;
  issueId?: string | null;
  /** What a reason for leaving is about that the step would change. */
  about: readonly ReasonKey[];
}

const MS_PER_DAY = 86_400_000;
const RENEWAL_SOON_DAYS = 90;
const SILENT_DAYS = 90;

/**
 * What to do about an account, each step with the fact it rests on. Most pressing first: what adds most to its chance of
 * leaving, where that is known.
 */
export function suggestNextSteps(facts: NextStepFacts): NextStep[] {
  if (facts.hasChurned) return [];
  const steps: Step[] = [];
  const { renewalAt, worstTheme, detractor, usage, silentDays } = facts;
  const untilRenewal = renewalAt && Math.ceil((renewalAt.getTime() - facts.today.getTime()) / MS_PER_DAY);
  if (renewalAt && untilRenewal !== null && untilRenewal >= 0 && untilRenewal <= RENEWAL_SOON_DAYS) {
    steps.push({ text: `Prepare the renewal: it is due on ${formatDate(renewalAt)}.`, about: ['renewal'] });
  }
  if (worstTheme) {
    steps.push({
      text: talkAbout(worstTheme, 'it is associated with churn'),
      issueId: worstTheme.issue?.id ?? null,
      about: ['problems', 'tickets'],
    });
  } else if (facts.atRiskCents) {
    steps.push({
      text: facts.likelyTheme
        ? talkAbout(facts.likelyTheme, 'it goes with more churn, which may be chance')
        : 'Talk about the problems under “Why at risk”: they go with more churn, which may be chance.',
      issueId: facts.likelyTheme?.issue?.id ?? null,
      about: ['problems', 'tickets'],
    });
  }
  if (detractor) {
    const who = detractor.name ?? 'the person';
    steps.push({
      text: `Answer ${who}, who gave ${detractor.score} of 10 on ${formatDate(detractor.at)}.`,
      about: ['nps', 'ratings'],
    });
  }
  if (usage?.direction === 'faded') {
    steps.push({
      text: `Ask why fewer people use it: ${formatPercent(-usage.changeShare)} fewer a week than before.`,
      about: ['usage'],
    });
  }
  if (silentDays === null) {
    steps.push({ text: 'Ask how they are: nothing was heard from them yet.', about: ['silence'] });
  } else if (silentDays > SILENT_DAYS) {
    steps.push({
      text: `Ask how they are: nothing was heard from them for ${silentDays} days.`,
      about: ['silence'],
    });
  }
  const weightOf = ({ about }: Step) =>
    (facts.reasons ?? []).reduce(
      (sum, { key, contribution }) => (about.includes(key) ? sum + Math.max(0, contribution) : sum),
      0,
    );
  return steps
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .map(({ text, issueId = null }) => ({ text, issueId }));
}

/** Of what has shipped they are told; of what has not, it is said where it stands. */
function talkAbout({ name, issue }: TalkTheme, why: string): string {
  if (issue?.status === 'shipped') {
    return `Tell them that the fix of “${name}” shipped, and ask whether it works for them: they had a problem with it, and ${why}.`;
  }
  const where = issue ? ` The issue is ${issueStatusWords[issue.status]}.` : '';
  return `Talk about “${name}”: they had a problem with it, and ${why}.${where}`;
}
