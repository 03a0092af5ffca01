import { TextLink } from '@/components/ui/text-link';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';
import { formatCount, formatNumber } from '@/lib/core/format';
import { computeMeanInterval } from '@/lib/stats/t-interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import type { QuestionResult } from '@/lib/surveys/find-results';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import type { Choice, Question } from '@/lib/widget/definition';

type Props = {
  question: Question;
  /** Both ends of its scale, where it is answered on one. */
  scale?: readonly [number, number] | undefined;
  result: QuestionResult | undefined;
  hrefOf: (selection: ResponseSelection) => string;
};

const SHARE: ValueFormat = { kind: 'percent' };
const DECIMAL: ValueFormat = { kind: 'decimal', digits: 2 };

/** What was chosen of a question's choices or points, each with its share and how sure it is; every count opens its responses. */
export function ChosenList(props: Props) {
  const { question, scale, result } = props;
  const { key, kind, choices, rows } = question;
  if (kind === 'ranking') return <RankedList {...props} />;
  if (scale) return <ScoreList {...props} />;
  if (kind === 'matrix') {
    return (
      <ul className="space-y-3">
        {rows.map((row) => {
          const cells = choices.map(({ key: choice, text }) => ({ key: `${row.key}:${choice}`, text }));
          const total = cells.reduce((sum, cell) => sum + (result?.choices.get(cell.key) ?? 0), 0);
          return (
            <li key={row.key}>
              <p className="break-words font-medium">
                {row.text} <span className="font-normal text-ink-mute">n = {formatNumber(total)}</span>
              </p>
              <Shares {...props} options={cells} total={total} />
            </li>
          );
        })}
      </ul>
    );
  }
  const options = kind === 'consent' ? [{ key: 'yes', text: 'Given' }] : choices;
  if (options.length === 0) return <span className="text-ink-mute">Texts, to be read under Answered</span>;
  return <Shares {...props} options={options} total={result?.answered ?? 0} key={key} />;
}

function Shares({ question, result, hrefOf, options, total }: Props & { options: Choice[]; total: number }) {
  return (
    <ul className="space-y-0.5">
      {options.map((option) => {
        const n = result?.choices.get(option.key) ?? 0;
        const href = hrefOf({ answered: question.key, choice: option.key });
        return <ShareLine key={option.key} text={option.text} n={n} total={total} href={href} />;
      })}
    </ul>
  );
}

function ShareLine({ text, n, total, href }: { text: string; n: number; total: number; href: string }) {
  const interval = computeWilsonInterval(n, total);
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span className="min-w-0 break-words">{text}</span>
      <span className="text-right">
        <Count n={n} href={href} />
        {interval && (
          <span className="text-sm text-ink-mute">
            {' '}
            {formatValue(n / total, SHARE)} ({formatInterval(interval.low, interval.high, SHARE)})
          </span>
        )}
      </span>
    </li>
  );
}

/** All points of a scale from 0 to 100; one with decimals has more. */
const MOST_SCORES = 101;

/** The mean of a scale, and the share of each of its points, the highest first. */
function ScoreList({ question, scale = [0, 0], result, hrefOf }: Props) {
  const [low, high] = scale;
  const given = [...(result?.scores ?? [])].sort(([one], [other]) => other - one);
  const mean = computeMeanInterval(given.flatMap(([score, n]) => new Array<number>(n).fill(score)));
  if (mean === null) return <span className="text-ink-mute">No answer yet</span>;
  return (
    <>
      <p>
        Mean {formatValue(mean.mean, DECIMAL)}{' '}
        <span className="text-sm text-ink-mute">
          of {low} to {high}
          {mean.interval &&
            ` (${formatInterval(Math.max(low, mean.interval.low), Math.min(high, mean.interval.high), DECIMAL)})`}
          , n = {formatNumber(mean.n)}
        </span>
      </p>
      <ul className="space-y-0.5">
        {given.slice(0, MOST_SCORES).map(([score, n]) => (
          <ShareLine
            key={score}
            text={String(score)}
            n={n}
            total={mean.n}
            href={hrefOf({ answered: question.key, score })}
          />
        ))}
        {given.length > MOST_SCORES && (
          <li className="text-sm text-ink-mute">
            The {MOST_SCORES} highest of {formatNumber(given.length)} different scores.
          </li>
        )}
      </ul>
    </>
  );
}

/** Entries by their mean place, the first one first. Who left some unplaced counts only for those that they placed. */
function RankedList({ question, result, hrefOf }: Props) {
  const last = question.choices.length;
  const ranked = question.choices.map((choice) => {
    const places = [...(result?.places.get(choice.key) ?? [])];
    const mean = computeMeanInterval(places.flatMap(([place, n]) => new Array<number>(n).fill(place)));
    const first = places.find(([place]) => place === 1)?.[1] ?? 0;
    return { ...choice, mean, first };
  });
  ranked.sort((a, b) => (a.mean?.mean ?? last + 1) - (b.mean?.mean ?? last + 1));
  return (
    <ol className="space-y-1.5">
      {ranked.map(({ key, text, mean, first }) => (
        <li key={key}>
          <span className="block break-words">{text}</span>
          <span className="block text-sm text-ink-mute">
            {mean === null
              ? 'Nobody placed it.'
              : `Mean place ${formatValue(mean.mean, DECIMAL)} of ${last}${
                  mean.interval
                    ? ` (${formatInterval(Math.max(1, mean.interval.low), Math.min(last, mean.interval.high), DECIMAL)})`
                    : ''
                }. `}
            {mean && (
              <>
                <TextLink href={hrefOf({ answered: question.key, choice: key })}>
                  {formatCount(mean.n, 'response')}
                </TextLink>
                , first in{' '}
                <Count n={first} href={hrefOf({ answered: question.key, choice: key, place: 1 })} />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Count({ n, href }: { n: number; href: string }) {
  return n === 0 ? '0' : <TextLink href={href}>{formatNumber(n)}</TextLink>;
}
