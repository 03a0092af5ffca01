import type { CustomTooltipProps } from '@tremor/react';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';

type Props = Pick<CustomTooltipProps, 'active' | 'label' | 'payload'> & {
  /** The name of each line or part by its key in the data. */
  names: Record<string, string>;
  format: ValueFormat;
};

/** What lies under the pointer. The table below the chart says the same to everybody else. */
export function PlotTooltip({ active, label, payload, names, format }: Props) {
  if (!active || !payload?.length) return null;
  return (
    <div className="rounded border border-line bg-surface px-3 py-2 text-sm shadow-float">
      <p className="mb-1 font-medium text-ink">{label}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {payload.flatMap((entry) => {
          const name = names[String(entry.dataKey)];
          if (!name || entry.value === undefined || entry.value === null) return [];
          return [
            <dt key={`${name} name`} className="text-ink-mute">
              {name}
            </dt>,
            <dd key={`${name} value`} className="text-right font-medium text-ink">
              {textOf(entry.value, format)}
            </dd>,
          ];
        })}
      </dl>
    </div>
  );
}

function textOf(value: unknown, format: ValueFormat): string {
  return Array.isArray(value)
    ? formatInterval(Number(value[0]), Number(value[1]), format)
    : formatValue(Number(value), format);
}
