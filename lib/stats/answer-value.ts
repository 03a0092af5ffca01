import { npsSign } from '@/lib/stats/nps';

/** The scores that themes are held against. */
export const drivenMetrics = ['nps', 'csat'] as const;
export type DrivenMetric = (typeof drivenMetrics)[number];

/** From this of five on, somebody counts as satisfied. */
const SATISFIED_FROM = 4;

/**
 * What one answer adds to the mean of which the score is a hundred times: 1, 0 or -1 for NPS (0..10), 1 or 0 for CSAT (1..5, top two).
 */
export const answerValue: Record<DrivenMetric, (score: number) => number> = {
  nps: npsSign,
  csat: (score) => (score >= SATISFIED_FROM ? 1 : 0),
};
