import { formatDateTime, formatRelative } from '@/lib/core/format';

/** How long ago, with the exact time on asking. `now` is given, so that the server and the browser say the same. */
export function RelativeTime({ date, now }: { date: Date; now: Date }) {
  return (
    <time dateTime={date.toISOString()} title={formatDateTime(date)} className="whitespace-nowrap">
      {formatRelative(date, now)}
    </time>
  );
}
