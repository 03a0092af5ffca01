import { sparklinePath } from './sparkline-path';

const BOX = { width: 96, height: 28, pad: 2 };

type Props = {
  values: (number | null)[] /** What it shows, in words, e.g. "NPS, last 12 weeks: from +28 to +32". */;
  label: string;
};

/** A line the size of a word, without scale: the shape of the last weeks. */
export function Sparkline({ values, label }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      className="h-7 w-24 min-w-8 shrink fill-none stroke-series-1"
    >
      <path
        d={sparklinePath(values, BOX)}
        vectorEffect="non-scaling-stroke"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
