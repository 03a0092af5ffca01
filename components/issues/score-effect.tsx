import { TextLink } from '@/components/ui/text-link';
import type { ImpactDetails } from '@/lib/impact/schema';
import { scorePeopleHref } from './score-people-href';
import { describeScore, NO_SCORE_EFFECT } from './score-words';

/** How a problem goes with NPS; its numbers of people open who they are. */
export function ScoreEffect({ score, issueHref }: { score: ImpactDetails['score']; issueHref: string }) {
  if (score === null) return NO_SCORE_EFFECT;
  const { effect, all, between, complaining } = describeScore(score);
  return (
    <>
      {effect}
      <TextLink href={scorePeopleHref(issueHref)}>{all}</TextLink>
      {between}
      <TextLink href={scorePeopleHref(issueHref, { complaining: true })}>{complaining}</TextLink>.
    </>
  );
}
