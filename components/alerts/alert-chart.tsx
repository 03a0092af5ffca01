import { TimeSeries } from '@/components/charts/time-series';
import { Card } from '@/components/ui/card';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import type { CountDetails } from '@/lib/alerts/schema';
import { addDays, type Days } from '@/lib/annotations/period';
import { formatDate } from '@/lib/core/format';

/** The counts of a theme up to the day of its alert, with the bound that the last of them passed. */
export function AlertChart({
  alert,
  details,
  hrefOf,
}: {
  alert: AlertRow;
  details: CountDetails;
  /** The statements of the theme in these days. */
  hrefOf: (days: Days) => string;
}) {
  const { unit, from, counts } = details.series;
  const step = unit === 'day' ? 1 : 7;
  const starts = counts.map((_, index) => addDays(from, step * index));
  const labels = starts.map((start) => formatDate(new Date(start)));
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
            points: starts.map((start, index) => ({
              label: labels[index] ?? start,
              value: counts[index] ?? 0,
              href: hrefOf({ from: start, to: addDays(start, step - 1) }),
            })),
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
