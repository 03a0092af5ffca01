import { z } from 'zod';

export const alertKinds = ['theme_surge', 'new_theme', 'score_change'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What a person may say of an alert. */
const answerStates = ['open', 'acknowledged', 'dismissed'] as const;
/** Withdrawn is one that the product took back itself, for what is left of its rows is no alert. */
export const alertStates = [...answerStates, 'withdrawn'] as const;
export type AlertState = (typeof alertStates)[number];

/** The subject of an alert about comments that have no theme at all. */
export const UNTAGGED = 'untagged';

/** Metrics whose change is an alert. */
export const alertMetrics = ['nps', 'csat', 'ces'] as const;
export type AlertMetric = (typeof alertMetrics)[number];

const number = (low: number, high: number) =>
  z.coerce
    .number(`Give a number from ${low} to ${high}.`)
    .min(low, `At least ${low}.`)
    .max(high, `At most ${high}.`);
const whole = (low: number, high: number) => number(low, high).int('Give a whole number.');
const count = whole(1, 1000);
const days = whole(7, 365);
const qValue = number(0.0001, 0.5);

/** When a rule raises an alert; every field has the value that holds until someone changes it. */
export const ruleSchemas = {
  theme_surge: z.object({
    /** What is counted at a time, until there are three years of history; then weeks. */
    unit: z.enum(['day', 'week']).default('day'),
    /** Probability of an alarm of one theme on a day on which nothing happened. */
    alpha: number(0.000_001, 0.05).default(0.001),
    /** Fewer statements are never an alert. */
    minimumCount: count.default(3),
    /** The largest expected share of false alarms among the alarms of a day, over all themes. */
    qValue: qValue.default(0.05),
  }),
  new_theme: z.object({
    /** Days without a mention after which a theme counts as new. */
    quietDays: days.default(30),
    minimumCount: count.default(3),
  }),
  score_change: z.object({
    /** Days that are compared with as many days before them. */
    days: days.default(30),
    /** Answers that both stretches need. */
    minimumAnswers: whole(5, 100_000).default(30),
    qValue: qValue.default(0.01),
  }),
} satisfies Record<AlertKind, z.ZodType>;

export type RuleParameters<Kind extends AlertKind> = z.infer<(typeof ruleSchemas)[Kind]>;

/** What a form sends to change a rule. */
export const ruleInputSchema = z.discriminatedUnion('kind', [
  ruleSchemas.theme_surge.extend({
    kind: z.literal('theme_surge'),
    isEnabled: z.coerce.boolean().default(false),
  }),
  ruleSchemas.new_theme.extend({
    kind: z.literal('new_theme'),
    isEnabled: z.coerce.boolean().default(false),
  }),
  ruleSchemas.score_change.extend({
    kind: z.literal('score_change'),
    isEnabled: z.coerce.boolean().default(false),
  }),
]);
export type RuleInput = z.infer<typeof ruleInputSchema>;

/** What a person says about an alert; open again takes an earlier word back. */
export const alertAnswerSchema = z.object({ alertId: z.uuid(), state: z.enum(answerStates) });
export type AlertAnswer = z.infer<typeof alertAnswerSchema>;

const day = z.iso.date();
const stretch = z.object({ from: day, to: day });
const counts = z.array(z.number());

/** Of an alert that no longer is one: the statements, or answers, it had while it was. */
const withdrawn = z.object({ countThen: z.number() }).optional();

/** The counts of a theme up to the day of its alert, the oldest first, in days or in weeks of seven days. */
const series = z.object({ unit: z.enum(['day', 'week']), from: day, counts });

/** How a surge was judged by its last weeks: EARS C2, and how rare the count is by a longer past. */
const earsDetails = z.object({
  method: z.literal('ears_c2'),
  days: stretch,
  alpha: z.number(),
  minimumCount: z.number(),
  qThreshold: z.number(),
  themes: z.number(),
  baseline: counts,
  mean: z.number(),
  deviation: z.number(),
  earsPValue: z.number(),
  rare: z.object({ units: z.number(), expected: z.number(), dispersion: z.number(), pValue: z.number() }),
  series,
  withdrawn,
});

/** How a surge was judged by the same weeks of earlier years: Farrington flexible. */
const farringtonDetails = z.object({
  method: z.literal('farrington'),
  days: stretch,
  alpha: z.number(),
  minimumCount: z.number(),
  qThreshold: z.number(),
  themes: z.number(),
  years: z.number(),
  dispersion: z.number(),
  hasTrend: z.boolean(),
  series,
  withdrawn,
});

/** A theme without a past: the count alone decides. */
const newThemeDetails = z.object({
  method: z.literal('minimum_count'),
  days: stretch,
  quietDays: z.number(),
  minimumCount: z.number(),
  /** Statements with a problem of the theme before the quiet days; 0 for one that was never there. */
  countBefore: z.number(),
  /**
   * All statements of the seven days and of the quiet days before, and how likely its mentions were all among the newer ones by
   * chance; alerts raised before this was tested have none.
   */
  silence: z.object({ now: z.number(), before: z.number(), pValue: z.number() }).optional(),
  series,
  withdrawn,
});

const scoreDetails = z.object({
  method: z.literal('score_test'),
  metric: z.enum(alertMetrics),
  now: stretch,
  before: stretch,
  value: z.number(),
  valueBefore: z.number(),
  answers: z.number(),
  answersBefore: z.number(),
  change: z.number(),
  low: z.number(),
  high: z.number(),
  minimumAnswers: z.number(),
  qThreshold: z.number(),
  metrics: z.number(),
  withdrawn,
});

/** How an alert was judged, with every number its page explains. */
export const alertDetailsSchema = z.discriminatedUnion('method', [
  earsDetails,
  farringtonDetails,
  newThemeDetails,
  scoreDetails,
]);
export type AlertDetails = z.infer<typeof alertDetailsSchema>;
export type EarsDetails = z.infer<typeof earsDetails>;
export type FarringtonDetails = z.infer<typeof farringtonDetails>;
export type NewThemeDetails = z.infer<typeof newThemeDetails>;
export type ScoreDetails = z.infer<typeof scoreDetails>;
export type CountDetails = EarsDetails | FarringtonDetails | NewThemeDetails;
