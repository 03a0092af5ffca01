import type { ReactNode } from 'react';
import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';
import { formatNumber } from '@/lib/core/format';
import type { ScoreReport } from '@/lib/responses/find-score-report';
import { FEWEST_ANSWERS } from '@/lib/responses/score-summary';

type Props = {
  label: string;
  report: ScoreReport;
  format: ValueFormat;
  unit?: string;
  noun: string;
  nouns?: string;
  href: string;
  /** Opens the answers of the days before, where there are some to compare with. */
  beforeHref?: string | null;
  /** What the score is and how it is counted. */
  children: ReactNode;
};

/** A score of the period with its interval, how it moved in words, and the way to the answers it is made of. */
export function ScoreStat({ label, report, format, unit, noun, nouns, href, beforeHref, children }: Props) {
  const { score, before, change } = report;
  return (
    <Stat
      label={label}
      value={score ? formatValue(score.value, format) : null}
      {...(unit ? { unit } : {})}
      {...(score && score.n < FEWEST_ANSWERS ? { doubt: 'too few to say' } : {})}
      {...(score?.interval
        ? { interval: formatInterval(score.interval.low, score.interval.high, format) }
        : {})}
      {...(score ? { n: score.n, noun, href, ...(nouns ? { nouns } : {}) } : {})}
      {...(before && beforeHref
        ? { links: [{ text: `${formatNumber(before.n)} before`, href: beforeHref }] }
        : {})}
      {...(change
        ? {
            delta: {
              text: change.words,
              direction: !change.isDetectable ? 'flat' : change.change > 0 ? 'up' : 'down',
              tone: !change.isDetectable ? 'neutral' : change.change > 0 ? 'positive' : 'negative',
            } as const,
          }
        : {})}
      tip={
        <InfoTip label={`How ${label} is computed`}>
          <span className="block space-y-2">
            <span className="block">{children}</span>
            {change && before && (
              <span className="block">
                Before: {formatValue(before.value, format)}, n ={' '}
                {beforeHref ? (
                  <TextLink href={beforeHref}>{formatNumber(before.n)}</TextLink>
                ) : (
                  formatNumber(before.n)
                )}
                . Change {changeText(change.change, format)}, 95% interval{' '}
                {changeText(change.interval.low, format)} to {changeText(change.interval.high, format)}.
              </span>
            )}
          </span>
        </InfoTip>
      }
    />
  );
}

/** A difference with its sign; of shares it is in percentage points. */
function changeText(value: number, format: ValueFormat): string {
  if (format.kind === 'percent') return formatValue(100 * value, { kind: 'points' });
  if (format.kind === 'decimal') return `${value > 0 ? '+' : ''}${formatNumber(value, format.digits)}`;
  return formatValue(value, format);
}
