import { formatCount, formatNumber } from '@/lib/core/format';
import type { TicketRow } from '@/lib/exports/trackers/find-tickets';

/** How several tickets of an issue stand together, and when it ships; null where there are not several. */
export function describeTogether(tickets: readonly Pick<TicketRow, 'state' | 'progress'>[]): string | null {
  const made = tickets.filter(({ state }) => state !== 'failed');
  if (made.length < 2) return null;
  const waited = made.filter(({ progress }) => progress !== 'cancelled');
  const done = waited.filter(({ progress }) => progress === 'done').length;
  const cancelled = made.length - waited.length;
  const but = cancelled > 0 ? `, ${formatNumber(cancelled)} cancelled` : '';
  if (waited.length === 0) return `All ${formatCount(made.length, 'ticket')} were cancelled.`;
  const rule = done < waited.length ? ' The issue becomes Shipped once all of them are.' : '';
  return `${formatNumber(done)} of ${formatCount(waited.length, 'ticket')} done${but}.${rule}`;
}
