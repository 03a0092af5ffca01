import type { SamplePlan } from './types';

/** How much an account says. */
export type Talkativeness = 'quiet' | 'normal' | 'talkative';

export const ACCOUNT_COUNT = 400;
export const MONTHS = 18;

export const DRIVER = 'crm-sync';
export const CONFOUNDER = 'slow-dashboards';
export const SURGE = 'mobile-crash';
export const AFTER_CHURN = 'closing-account';
export const FIXED = 'permissions';
/** Whole months before the end when the fix of it shipped. */
export const FIXED_MONTHS_BEFORE_END = 5;

export const WINDOW_DAYS = 90;
export const LAG_DAYS = 30;
export const DRIVER_HAZARD_RATIO = 4;

/** Monthly churn probability of an account of average tenure and feedback. */
export const monthlyChurnByPlan: Record<SamplePlan, number> = {
  Starter: 0.022,
  Team: 0.012,
  Enterprise: 0.005,
};

/** Factor on the hazard by whole months of tenure at the start of the month. */
export function tenureFactor(tenureDays: number): number {
  if (tenureDays < 91) return 1.5;
  return tenureDays < 365 ? 1.15 : 0.75;
}

/** Factor on the hazard by statements about other themes within the window: talkative accounts leave more often. */
export function feedbackFactor(statements: number): number {
  if (statements === 0) return 0.6;
  return statements < 4 ? 0.9 : 2.5;
}

export const ticketsPerMonth: Record<Talkativeness, number> = { quiet: 0.05, normal: 0.2, talkative: 1.15 };
export const npsResponseShare: Record<Talkativeness, number> = { quiet: 0.55, normal: 0.7, talkative: 0.85 };
export const commentShare: Record<Talkativeness, number> = { quiet: 0.26, normal: 0.38, talkative: 0.62 };
/** How often "slow dashboards" is the complaint, against 1 for a common theme. */
export const confounderWeight: Record<Talkativeness, number> = { quiet: 0.05, normal: 0.14, talkative: 1.9 };

/**
 * The names of two random streams, chosen so that under the default seed and end date the planted truth shows without a stray
 * association beside it, and the score before its drop is level.
 */
export const CHURN_STREAM = 'churn-23';
export const SCORE_STREAM = 'scores-0';
/** Of what a fix ended: a stream of its own, so that nothing else is said otherwise for it. */
export const FIX_STREAM = 'fix-1';
