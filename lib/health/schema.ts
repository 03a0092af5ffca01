import { z } from 'zod';

/** What health foretells of an account: that it leaves, pays less, or pays more. */
export const healthOutcomes = ['churn', 'contraction', 'expansion'] as const;
export type HealthOutcome = (typeof healthOutcomes)[number];

/** How far ahead health looks, in calendar months. */
export const HORIZON_MONTHS = 3;

/** What is known of an account before a month, and what a chance is explained by. */
export const reasonKeys = [
  'tenure',
  'revenue',
  'renewal',
  'plan',
  'segment',
  'usage',
  'problems',
  'praise',
  'silence',
  'tickets',
  'nps',
  'ratings',
  'paidLess',
  'paidMore',
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

/** Why a model's chances are not shown. */
export const withheldReasons = ['short-history', 'few-events', 'no-better-than-chance'] as const;
export type WithheldReason = (typeof withheldReasons)[number];

const evaluation = z.object({
  /** First days of the first and last month that was foretold. */
  from: z.string(),
  to: z.string(),
  accounts: z.number(),
  /** Account-months foretold, those of them with the event to come, and the accounts these belong to. */
  rows: z.number(),
  eventRows: z.number(),
  eventAccounts: z.number(),
  auc: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }),
  /** Mean squared error of the chances, and of giving everybody the rate of the months before. */
  brier: z.number(),
  baseBrier: z.number(),
});
export type HealthEvaluation = z.infer<typeof evaluation>;

const column = z.object({
  key: z.enum(reasonKeys),
  /** The plan or segment that a column stands for; else which of a reason's columns it is. */
  level: z.string(),
  mean: z.number(),
  deviation: z.number(),
  /** Change of the log odds for one standard deviation. */
  coefficient: z.number(),
});
export type HealthColumn = z.infer<typeof column>;

/** A trained model as it is kept. */
export const healthDetailsSchema = z.object({
  horizonMonths: z.number(),
  ridge: z.number(),
  /** Account-months learned from, the accounts they belong to, and how many of these had the event. */
  rows: z.number(),
  accounts: z.number(),
  eventAccounts: z.number(),
  intercept: z.number(),
  columns: z.array(column),
  /** The chance shown is that of offset + slope x log odds. */
  calibration: z.object({ offset: z.number(), slope: z.number() }),
  evaluation: evaluation.nullable(),
});
export type HealthDetails = z.infer<typeof healthDetailsSchema>;

/** What moves one account's chance away from that of an ordinary one. */
export const healthReasonSchema = z.object({
  key: z.enum(reasonKeys),
  /** Change of the log odds; above 0 it makes the event likelier. */
  contribution: z.number(),
  /** The measured value in the unit of its key; null where the key names a group. */
  value: z.number().nullable(),
  /** What the value leaves out, see `measureMore`; null where there is nothing more, and of reasons of older versions. */
  more: z.number().nullable().default(null),
  /** The group: a plan or a segment. */
  label: z.string().nullable(),
});
export type HealthReason = z.infer<typeof healthReasonSchema>;
