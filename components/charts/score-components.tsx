import { formatFixed, formatNumber } from '@/lib/core/format';
import { roundToSum } from '@/lib/core/round-to-sum';

export type ScoreComponent = {
  label: string;
  /** What it adds to the score; the parts add up to the whole. */
  points: number;
  /** The most it could add. */
  maxPoints: number;
};

type Props = { score: number; components: [ScoreComponent, ScoreComponent, ScoreComponent] };

const FILLS = ['bg-series-1', 'bg-series-2', 'bg-series-3'];

/** A score taken apart: the three numbers it is the sum of, each against the most it could be. */
export function ScoreComponents({ score, components }: Props) {
  const shown = shownPoints(score, components);
  const most = roundToSum(
    components.map(({ maxPoints }) => maxPoints),
    1,
  );
  return (
    <div className="space-y-2.5">
      <p>
        <span className="text-3xl font-semibold tracking-tight">{formatFixed(score, 1)}</span>
        <span className="text-ink-mute"> = {shown.map((points) => formatFixed(points, 1)).join(' + ')}</span>
      </p>
      <ul className="space-y-2">
        {components.map((part, index) => (
          <li key={part.label} className="grid grid-cols-[minmax(4rem,8rem)_1fr_6.5rem] items-center gap-3">
            <span className="text-ink-soft">{part.label}</span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-neutral-soft">
              <span
                className={`block h-full rounded-full ${FILLS[index]}`}
                style={{ width: share(part.points, part.maxPoints) }}
              />
            </span>
            <span className="text-right">
              <span className="font-medium">{formatFixed(shown[index] ?? 0, 1)}</span>
              <span className="text-ink-mute"> of {formatNumber(most[index] ?? 0, 1)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same in the cell of a table: three lengths one after the other, out of the most a score can be. */
export function ScoreBar({ score, components }: Props) {
  const most = components.reduce((sum, part) => sum + part.maxPoints, 0);
  const shown = shownPoints(score, components);
  const words = components
    .map(({ label }, index) => `${label} ${formatFixed(shown[index] ?? 0, 1)}`)
    .join(', ');
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="w-9 text-right font-semibold">{formatFixed(score, 1)}</span>
      <span
        role="img"
        aria-label={words}
        title={words}
        className="flex h-2 w-24 gap-px xl:max-2xl:w-16 overflow-hidden rounded-full bg-neutral-soft"
      >
        {components.map((part, index) => (
          <span key={part.label} className={FILLS[index]} style={{ width: share(part.points, most) }} />
        ))}
      </span>
    </span>
  );
}

/** Names the three colours once for a table of ScoreBars. */
export function ScoreLegend({ labels }: { labels: [string, string, string] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {labels.map((label, index) => (
        <li key={label} className="flex items-center gap-2">
          <ComponentSwatch index={index} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The colour of a component, to stand beside its name. */
export function ComponentSwatch({ index }: { index: number }) {
  return <span aria-hidden className={`size-2.5 ${FILLS[index]} rounded-sm`} />;
}

/** What each part adds, rounded so that the parts add up to the score as it is shown. */
function shownPoints(score: number, components: Props['components']): number[] {
  return roundToSum(
    components.map(({ points }) => points),
    1,
    score,
  );
}

function share(points: number, whole: number): string {
  return `${whole > 0 ? Math.min(100, Math.max(0, (points / whole) * 100)) : 0}%`;
}
