import { TimeSeries } from '@/components/charts/time-series';
import { Card } from '@/components/ui/card';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import type { CountDetails } from '@/lib/alerts/schema';
import { addDays } from '@/lib/annotations/period';
import { formatDate } from '@/lib/core/format';

/** The counts of a theme up to the day of its alert, with the bound that the last of them passed. */
export function AlertChart({ alert, details }: { alert: AlertRow; details: CountDetails }) {
  const { unit, from, counts } = details.series;
  const step = unit === 'day' ? 1 : 7;
  const labels = counts.map((_, index) => formatDate(new Date(addDays(from, step * index))));
  const bound = alert.threshold;
  return (
    <Card>
      <TimeSeries
        title={unit === 'day' ? 'Statements a day' : 'Statements a week'}
        description={`Up to the day of the alert, as they were counted then.${unit === 'week' ? ' Each week is named by its first day.' : ''}`}
        format={{ kind: 'count' }}
        series={[
          {
            label: 'Statements',
            points: labels.map((label, index) => ({ label, value: counts[index] ?? 0 })),
          },
          ...(bound === null
            ? []
            : [
                {
                  label: 'More than this is an alert (on its day)',
                  points: labels.map((label) => ({ label, value: bound })),
                },
              ]),
        ]}
      />
    </Card>
  );
}
