import { ScoreStat } from '@/components/overview/score-stat';
import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';
import { formatNumber } from '@/lib/core/format';
import type { ScoreReport } from '@/lib/responses/find-score-report';
import type { Metric } from '@/lib/responses/schema';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import type { ResponseCounts } from '@/lib/surveys/find-results';
import type { ResponseSelection } from '@/lib/surveys/response-selection';

const SCORES: Record<Metric, { label: string; format: ValueFormat; unit: string; words: string }> = {
  nps: {
    label: 'NPS',
    format: { kind: 'points' },
    unit: 'points',
    words:
      'Promoters (9 and 10) minus detractors (0 to 6), in points from −100 to 100. The latest answer of each person in the period counts.',
  },
  csat: {
    label: 'CSAT',
    format: { kind: 'percent' },
    unit: 'top two of five',
    words: 'The share of answers of 4 or 5 out of 5. Every answer counts.',
  },
  ces: {
    label: 'CES',
    format: { kind: 'decimal', digits: 2 },
    unit: 'mean of 1 to 7',
    words: 'The mean answer to how easy it was, 7 being the easiest. Every answer counts.',
  },
  rating: {
    label: 'Rating',
    format: { kind: 'percent' },
    unit: 'top two of five',
    words: 'The share of ratings of 4 or 5 out of 5. Every rating counts.',
  },
};

type Props = {
  counts: ResponseCounts;
  score: { metric: Metric; report: ScoreReport; href: string; beforeHref: string | null } | null;
  hrefOf: (selection: ResponseSelection) => string;
  showingsHref: string;
  /** For a survey that was asked elsewhere nothing is known but its answers. */
  isOurs: boolean;
};

/** The numbers of a survey, each with its interval and its rows. Suspect responses are in none but their own. */
export function SurveyStats({ counts, score, hrefOf, showingsHref, isOurs }: Props) {
  const { shown, shownAndCompleted, started, completed, suspect, timed, medianSeconds } = counts;
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {score && (
        <ScoreStat
          label={SCORES[score.metric].label}
          report={score.report}
          format={SCORES[score.metric].format}
          unit={SCORES[score.metric].unit}
          noun={score.metric === 'nps' ? 'person' : 'answer'}
          {...(score.metric === 'nps' ? { nouns: 'people' } : {})}
          href={score.href}
          beforeHref={score.beforeHref}
        >
          {SCORES[score.metric].words}
          {!score.report.change &&
            ' Whether it moved is said once there are answers in the days before: choose 30 or 90 days.'}
        </ScoreStat>
      )}
      {isOurs && (
        <>
          <ShareStat
            label="Response rate"
            successes={shownAndCompleted}
            total={shown}
            unit="of showings"
            reason="It was not shown in these days."
            noun="showing"
            href={showingsHref}
            words="Showings that led to a completed response. A page counts as shown when a browser drew it, so link scanners do not; nor do showings that a suspect response came of."
          />
          <ShareStat
            label="Completion rate"
            successes={completed}
            total={started}
            unit="of responses begun"
            reason="Nobody began in these days."
            noun="response"
            href={hrefOf({})}
            words="Responses that came to the last page, of all with at least one answer."
          />
          <Stat
            label="Time to answer"
            value={medianSeconds === null ? null : formatNumber(medianSeconds, 0)}
            reason={completed === 0 ? 'Nobody has finished.' : 'Of none is it known when they began.'}
            unit="seconds, median"
            n={timed}
            noun="completed response"
            {...(timed > 0 ? { href: hrefOf({ of: 'timed' }) } : {})}
            tip={
              <InfoTip label="How the time is counted">
                From the first question shown to the last answer. Half of the people took less. Responses of
                which nobody knows when they were begun are left out.
              </InfoTip>
            }
          />
          <Stat
            label="Not completed"
            value={formatNumber(started - completed)}
            n={started - completed}
            noun="response"
            {...(started > completed ? { href: hrefOf({ of: 'partial' }) } : {})}
          />
          <Stat
            label="Suspect"
            value={formatNumber(suspect)}
            n={suspect}
            noun="response"
            {...(suspect > 0 ? { href: hrefOf({ of: 'suspect' }) } : {})}
            tip={
              <InfoTip label="What suspect means">
                They may not come from people. No score and no theme counts them, and none is deleted.
              </InfoTip>
            }
          />
        </>
      )}
    </div>
  );
}

function ShareStat(props: {
  label: string;
  successes: number;
  total: number;
  unit: string;
  reason: string;
  noun: string;
  words: string;
  href?: string;
}) {
  const { label, successes, total, unit, reason, noun, words, href } = props;
  const interval = computeWilsonInterval(successes, total);
  const format: ValueFormat = { kind: 'percent' };
  return (
    <Stat
      label={label}
      value={total === 0 ? null : formatValue(successes / total, format)}
      reason={reason}
      unit={unit}
      {...(interval ? { interval: formatInterval(interval.low, interval.high, format) } : {})}
      n={total}
      noun={noun}
      {...(href && total > 0 ? { href } : {})}
      tip={<InfoTip label={`How ${label} is computed`}>{words}</InfoTip>}
    />
  );
}
