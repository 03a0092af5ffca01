import { TimeSeries } from '@/components/charts/time-series';
import { Card } from '@/components/ui/card';
import type { JudgedFilter } from '@/lib/quality/judged-filter';
import { BINS, type ReliabilityBin } from '@/lib/stats/reliability';
import { reliabilityInWords } from './reliability-words';

type Props = { bins: ReliabilityBin[]; hrefOf: (filter: JudgedFilter) => string };

/** How sure the engine is beside how often it is right; where the two lines part, its confidence misleads. */
export function ReliabilityChart({ bins, hrefOf }: Props) {
  const labelOf = (tenth: number) => `${(tenth * 100) / BINS}–${((tenth + 1) * 100) / BINS}%`;
  return (
    <Card>
      <TimeSeries
        title="Share right by confidence"
        description={reliabilityInWords(bins)}
        labelHeader="Confidence"
        format={{ kind: 'percent' }}
        domain={[0, 1]}
        series={[
          {
            label: 'Right',
            points: bins.map(({ tenth, n, shareRight, interval }) => ({
              label: labelOf(tenth),
              value: shareRight,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
              n,
              ...(n > 0 ? { href: hrefOf({ tenth: String(tenth) }) } : {}),
            })),
          },
          {
            label: 'Mean confidence',
            points: bins.map(({ tenth, meanConfidence }) => ({
              label: labelOf(tenth),
              value: meanConfidence,
            })),
          },
        ]}
      />
    </Card>
  );
}
