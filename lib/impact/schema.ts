import { z } from 'zod';

const interval = z.object({ low: z.number().nullable(), high: z.number().nullable() });
const nullableInterval = interval.nullable();

const floor = (value: number | null) => value && Math.max(0, value);

/** What an impact run says of the workspace as a whole. */
export const impactTotalsSchema = z.object({
  /** False where the churn component is dropped, and why; runs of older versions knew one reason. */
  hasChurn: z.boolean(),
  churnLeftOut: z.enum(['no-churn', 'no-months']).nullable().default(null),
  accounts: z.number(),
  /** Accounts with at least one month at risk, and those of them that churned in one. */
  panelAccounts: z.number(),
  churnedAccounts: z.number(),
  /** Null where it is unknown of every account. */
  portfolioAtRiskCents: z.number().nullable(),
  /** Its 95 % interval, and the same of the themes associated with churn alone; not kept by older versions. */
  portfolioInterval: nullableInterval.default(null),
  linkedAtRiskCents: z.number().nullable().default(null),
  linkedInterval: nullableInterval.default(null),
  currency: z.string(),
  /** Accounts with a known ARR: without any the impact component is dropped. */
  accountsWithArr: z.number(),
  /** Accounts whose revenue could not be converted and counts as unknown. */
  accountsWithoutRate: z.number(),
});
export type ImpactTotals = z.infer<typeof impactTotalsSchema>;

/** What a run was computed with. */
export const impactParametersSchema = z.object({
  /** Exposure: a problem mention in the `windowDays` that end `lagDays` before a month. */
  windowDays: z.number(),
  lagDays: z.number(),
  /** Per cent of the exposed months that had to find months alike. */
  keptPercent: z.number().default(80),
  /** The workspace's own field that strata were made by; empty for none. */
  strataField: z.string().default(''),
  /** What the records covered: days since 1970-01-01, the upper bounds exclusive. */
  coverage: z.object({ feedbackFrom: z.number(), feedbackUntil: z.number(), churnUntil: z.number() }),
  /** The weights under which a rank was said to be certain. */
  weights: z.object({ frequency: z.number(), churn: z.number(), impact: z.number() }),
});
export type ImpactParameters = z.infer<typeof impactParametersSchema>;

const scoreImpact = z.object({
  impactPoints: z.number(),
  interval,
  pValue: z.number(),
  qValue: z.number(),
  contactsWithTheme: z.number(),
  contacts: z.number(),
});

/** All that a screen explains of one theme's impact, as computed by lib/impact/rank. Money in minor units. */
export const impactDetailsSchema = z.object({
  units: z.number(),
  /** Statements with a problem mention that came from no known account. */
  mentionsWithoutAccount: z.number(),
  exposedStrategicArrCents: z.number(),
  churn: z.object({
    themeId: z.string(),
    exposedAccounts: z.number(),
    exposedMonths: z.number(),
    exposedChurned: z.number(),
    comparisonMonths: z.number(),
    comparisonChurned: z.number(),
    coarsening: z.number(),
    strata: z.number(),
    keptExposedShare: z.number().nullable(),
    estimate: z
      .object({
        riskRatio: z.number(),
        logRiskRatio: z.number(),
        standardError: z.number(),
        interval,
        test: z.enum(['cochran-mantel-haenszel', 'fisher']),
        pValue: z.number(),
        qValue: z.number(),
        eValue: z.number(),
        intervalEValue: z.number(),
      })
      .nullable(),
    reason: z.string().nullable(),
    shrunk: z.object({ riskRatio: z.number(), interval, probabilityPositive: z.number() }),
    sensitivity: z.array(
      z.object({ lagDays: z.number(), riskRatio: z.number().nullable(), interval: nullableInterval }),
    ),
  }),
  /** The same comparison with another event than leaving; of runs of older versions, none. */
  outcomes: z
    .array(
      z.object({
        outcome: z.enum(['contraction', 'non_renewal']),
        /** Position in `COARSENINGS`, by which its months are found again; not kept by older versions. */
        coarsening: z.number().nullable().default(null),
        exposedAccounts: z.number(),
        exposedMonths: z.number(),
        exposedEvents: z.number(),
        comparisonMonths: z.number(),
        comparisonEvents: z.number(),
        estimate: z.object({ riskRatio: z.number(), interval, qValue: z.number() }).nullable(),
        reason: z.string().nullable(),
      }),
    )
    .default([]),
  revenue: z.object({
    exposedAccounts: z.number(),
    /** Those of them with a known ARR, and its sum; null where there are none. */
    accountsWithArr: z.number(),
    exposedArrCents: z.number().nullable(),
    arrAtRiskCents: z.number().nullable(),
    /** At least 0, as the sum is; older versions stored limits below. */
    interval: nullableInterval.transform(
      (limits) => limits && { low: floor(limits.low), high: floor(limits.high) },
    ),
    /** Exposed now; what each pays and the share (0..1) of it that is at risk. */
    accounts: z.array(
      z.object({
        accountId: z.string(),
        arrCents: z.number().nullable(),
        lostShare: z.number().nullable(),
      }),
    ),
  }),
  stability: z.object({ top5Share: z.number(), top10Share: z.number() }).nullable(),
  /** How it goes with NPS, and with CSAT; null where nobody or everybody complains. */
  score: scoreImpact.nullable(),
  csat: scoreImpact.nullable().default(null),
  /** How each sub-theme goes with NPS, those that two people or more complain of; of runs of older versions, none. */
  parts: z
    .array(z.object({ themeId: z.string(), score: scoreImpact.omit({ pValue: true, qValue: true }) }))
    .default([]),
});
export type ImpactDetails = z.infer<typeof impactDetailsSchema>;
/** What a theme, or a sub-theme, does to NPS. */
export type ShownScore = ImpactDetails['parts'][number]['score'];
