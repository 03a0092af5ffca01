import { ScoreEffect } from '@/components/issues/score-effect';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatNumber } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';
import { drivenMetrics } from '@/lib/stats/answer-value';
import { describeChurn } from './describe-churn';

type Props = {
  details: ImpactDetails;
  asOf: Date;
  issue: { href: string; title: string; rank: number; of: number };
  /** Statements that complain of it, over all time. */
  complaints: { count: number; href: string };
};

/** How a theme goes with churn and with the score, and the issue that weighs it. */
export function ThemeImpact({ details, asOf, issue, complaints }: Props) {
  const { text, figures } = describeChurn(details.churn);
  return (
    <Section id="what-goes-with-it" title="What goes with it">
      <Card className="space-y-2">
        <p className="max-w-prose text-lg">{text}</p>
        <p className="text-sm text-ink-mute">
          {figures && (
            <>
              <TextLink href={`${issue.href}#churn-counts`} className="font-normal">
                {figures}
              </TextLink>
              .{' '}
            </>
          )}
          Over all time, as of {formatDate(asOf)}.
        </p>
        {drivenMetrics.map((metric) => {
          const score = metric === 'nps' ? details.score : details.csat;
          return (
            score && (
              <p key={metric} className="max-w-prose">
                <ScoreEffect metric={metric} score={score} issueHref={issue.href} />
              </p>
            )
          );
        })}
        <p>
          Read{' '}
          <TextLink href={complaints.href}>
            {complaints.count === 1
              ? 'the comment that complains'
              : `all ${formatNumber(complaints.count)} comments that complain`}
          </TextLink>
          , also from people who gave no score.
        </p>
        <p>
          Issue <TextLink href={issue.href}>{issue.title}</TextLink>, number {issue.rank} of {issue.of} by
          priority.
        </p>
      </Card>
    </Section>
  );
}
