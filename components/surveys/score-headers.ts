import type { ValueFormat } from '@/components/ui/value-format';
import type { Metric } from '@/lib/responses/schema';

/** A score as a column of a table has it. */
export const scoreHeaders: Record<Metric, { format: ValueFormat; header: string }> = {
  nps: { format: { kind: 'points' }, header: 'NPS, points' },
  csat: { format: { kind: 'percent' }, header: 'CSAT, top two of five' },
  ces: { format: { kind: 'decimal', digits: 2 }, header: 'CES, mean of 1 to 7' },
  rating: { format: { kind: 'percent' }, header: 'Rating, top two of five' },
};
