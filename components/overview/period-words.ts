import { type Days, type Period, startOf } from '@/lib/annotations/period';
import { FEWEST_COMMENTS_BEFORE } from '@/lib/annotations/share-change';
import { formatCount, formatDate, formatPercent } from '@/lib/core/format';

/** "1 Aug to 31 Oct 2026": a year that both days share is said once. */
export function daysInWords({ from, to }: Days): string {
  const [first, last] = [formatDate(startOf(from)), formatDate(startOf(to))];
  if (from === to) return last;
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${isSameYear ? first.replace(/ \d+$/, '') : first} to ${last}`;
}

/** What the screen is about, and what with it is compared. */
export function periodInWords(period: Period, recordedTo: string): string {
  const asOf = period.to === recordedTo ? ', the latest feedback there is' : '';
  const days = `${formatCount(period.length, 'day')}, ${daysInWords(period)}${asOf}.`;
  if (!period.before) return `${days} Nothing is recorded before to compare with.`;
  return `${days} Compared with the ${formatCount(period.length, 'day')} before.`;
}

/** How a count changed against the days before: a plain count has no interval. Null where the two cannot be compared. */
export function countChangeInWords(now: number, before: number, period: Period): string | null {
  if (!period.before || period.isBeforePartial || before < FEWEST_COMMENTS_BEFORE) return null;
  const change = now / before - 1;
  if (change === 0) return 'as many as before';
  return `${change > 0 ? 'up' : 'down'} ${formatPercent(Math.abs(change))} from ${before.toLocaleString('en')}`;
}
