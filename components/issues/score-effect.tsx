import { TextLink } from '@/components/ui/text-link';
import type { ImpactDetails } from '@/lib/impact/schema';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { scorePeopleHref } from './score-people-href';
import { describeScore, noScoreEffect } from './score-words';

type Props = { metric: DrivenMetric; score: ImpactDetails['score']; issueHref: string };

/** How a problem goes with a score; its numbers of people open who they are. */
export function ScoreEffect({ metric, score, issueHref }: Props) {
  if (score === null) return noScoreEffect(metric);
  const { effect, all, between, complaining, basis } = describeScore(metric, score);
  return (
    <>
      {effect}
      <TextLink href={scorePeopleHref(issueHref, { metric })}>{all}</TextLink>
      {between}
      <TextLink href={scorePeopleHref(issueHref, { metric, complaining: true })}>{complaining}</TextLink>
      {basis}
    </>
  );
}
