import { Card } from '@/components/ui/card';
import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import type { SentimentCounts } from '@/lib/annotations/count-sentiment';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Period } from '@/lib/annotations/period';
import { formatNumber } from '@/lib/core/format';
import type { ScoreReport } from '@/lib/responses/find-score-report';
import { type ResponseFilter, responsesHref } from '@/lib/responses/response-filter';
import { npsGroups } from '@/lib/responses/score-summary';
import { countChangeInWords } from './period-words';
import { ScoreStat } from './score-stat';
import { ShareBar } from './share-bar';

/** What narrows both feedback and answers: days and accounts. */
export type Narrowing = Pick<FeedbackFilter, 'from' | 'to' | 'plan' | 'segment'>;

type Props = {
  workspaceSlug: string;
  narrowing: Narrowing;
  period: Period;
  nps: ScoreReport;
  csat: ScoreReport;
  ces: ScoreReport;
  sentiment: SentimentCounts & { all: number };
  /** Statements in the days before. */
  allBefore: number;
};

/** The numbers of the period, each with its uncertainty, its change and its rows. */
export function OverviewScores(props: Props) {
  const { workspaceSlug, narrowing, period, nps, csat, ces, sentiment, allBefore } = props;
  const answers = (filter: Omit<ResponseFilter, keyof Narrowing>) =>
    responsesHref(workspaceSlug, { ...filter, ...narrowing });
  const feedback = (filter: FeedbackFilter) => feedbackHref(workspaceSlug, { ...filter, ...narrowing });
  const answersBefore = (filter: Omit<ResponseFilter, keyof Narrowing>) =>
    period.before && responsesHref(workspaceSlug, { ...filter, ...narrowing, ...period.before });
  const volumeChange = countChangeInWords(sentiment.all, allBefore, period);
  const groups = npsGroups(nps.counts);
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <ScoreStat
          label="NPS"
          report={nps}
          format={{ kind: 'points' }}
          unit="points"
          noun="person"
          nouns="people"
          href={answers({ metric: 'nps', latest: '1' })}
          beforeHref={answersBefore({ metric: 'nps', latest: '1' })}
        >
          Promoters (9 and 10) minus detractors (0 to 6), in points from −100 to 100, over all surveys
          together: the latest answer of each person in the period counts.
        </ScoreStat>
        <ScoreStat
          label="CSAT"
          report={csat}
          format={{ kind: 'percent' }}
          unit="top two of five"
          noun="answer"
          href={answers({ metric: 'csat' })}
          beforeHref={answersBefore({ metric: 'csat' })}
        >
          The share of answers of 4 or 5 out of 5. Every answer counts, for each is about another occasion.
        </ScoreStat>
        {ces.score && (
          <ScoreStat
            label="CES"
            report={ces}
            format={{ kind: 'decimal', digits: 2 }}
            unit="mean of 1 to 7"
            noun="answer"
            href={answers({ metric: 'ces' })}
            beforeHref={answersBefore({ metric: 'ces' })}
          >
            The mean answer to how easy it was, 7 being the easiest. Every answer counts.
          </ScoreStat>
        )}
        <Stat
          label="Feedback"
          value={formatNumber(sentiment.all)}
          unit={sentiment.all === 1 ? 'statement' : 'statements'}
          {...(volumeChange
            ? {
                delta: {
                  text: volumeChange,
                  direction: volumeChange.startsWith('up')
                    ? 'up'
                    : volumeChange.startsWith('down')
                      ? 'down'
                      : 'flat',
                  tone: 'neutral',
                } as const,
              }
            : {})}
          {...(sentiment.all > 0 ? { n: sentiment.all, noun: 'statement', href: feedback({}) } : {})}
          {...(volumeChange && period.before
            ? {
                links: [
                  {
                    text: `${formatNumber(allBefore)} before`,
                    href: feedbackHref(workspaceSlug, { ...narrowing, ...period.before }),
                  },
                ],
              }
            : {})}
          tip={
            <InfoTip label="How feedback is counted">
              One for each thing a customer said: a comment, a review, each message of a ticket or call. A
              plain count, so it has no interval.
            </InfoTip>
          }
        />
      </div>
      <Card className="grid gap-6 lg:grid-cols-2">
        <ShareBar
          label="How feedback felt"
          parts={[
            part('Negative', 'negative'),
            part('Neutral', 'neutral'),
            part('Positive', 'positive'),
            ...(sentiment.unjudged > 0
              ? [
                  {
                    label: 'No sentiment',
                    count: sentiment.unjudged,
                    tone: 'unjudged' as const,
                    href: feedback({ unjudged: '1' }),
                  },
                ]
              : []),
          ]}
        />
        <ShareBar
          label="Who is behind NPS"
          parts={[
            group('Detractors', 'detractor', groups.detractors, 'negative'),
            group('Passives', 'passive', groups.passives, 'neutral'),
            group('Promoters', 'promoter', groups.promoters, 'positive'),
          ]}
        />
      </Card>
    </div>
  );

  function part(label: string, tone: 'negative' | 'neutral' | 'positive') {
    return { label, tone, count: sentiment[tone], href: feedback({ sentiment: tone }) };
  }

  function group(
    label: string,
    name: 'promoter' | 'passive' | 'detractor',
    count: number,
    tone: 'negative' | 'neutral' | 'positive',
  ) {
    return { label, tone, count, href: answers({ metric: 'nps', group: name, latest: '1' }) };
  }
}
