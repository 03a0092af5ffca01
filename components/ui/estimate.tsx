import { formatCount, formatNumber } from '@/lib/core/format';
import { formatInterval, formatValue, type ValueFormat } from './value-format';

type Props = {
  value: number;
  low?: number;
  high?: number;
  /** How many rows it rests on. */
  n?: number;
  noun?: string;
  format: ValueFormat;
  /** The interval on a line of its own, for narrow columns. */
  stacked?: boolean;
};

/** A number in a sentence or a cell with its 95 % interval: "32 (28 to 36), n = 412". Read out in words. */
export function Estimate({ value, low, high, n, noun = 'response', format, stacked }: Props) {
  const number = formatValue(value, format);
  const interval = low === undefined || high === undefined ? null : formatInterval(low, high, format);
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden>
        <span className="font-medium">{number}</span>
        {interval && !stacked && <span className="text-ink-mute"> ({interval})</span>}
        {interval && stacked && <span className="block text-sm text-ink-mute">{interval}</span>}
        {n !== undefined && <span className="text-ink-mute">, n = {formatNumber(n)}</span>}
      </span>
      <span className="sr-only">
        {number}
        {interval && `, 95% interval ${interval}`}
        {n !== undefined && `, from ${formatCount(n, noun)}`}
      </span>
    </span>
  );
}
