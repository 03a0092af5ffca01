import { z } from 'zod';

/** Days before a month in which a complaint may lie, and days between them and the month, that a workspace may choose. */
export const exposureWindows = [30, 60, 90, 180] as const;
export const exposureLags = [0, 30, 60] as const;
/** Per cent of a theme's exposed months that must find months alike before the comparison gets no coarser. */
export const keptPercents = [60, 80, 95] as const;

/** Systems in which issues can be made, by the names that people know. */
export const trackers = ['jira', 'linear', 'github'] as const;
export type TrackerName = (typeof trackers)[number];
export const trackerNames: Record<TrackerName, string> = { jira: 'Jira', linear: 'Linear', github: 'GitHub' };

const labels = z.array(z.string()).default(['voc']);
/** Whether the status of a ticket changes that of its issue here. */
const syncsStatus = z.boolean().default(true);

const weight = z.number().min(0).max(10);

/**
 * Every setting of a workspace: its key, its shape, and what holds until someone changes it. A field added later needs a
 * default, for older rows do not have it.
 */
export const settingSchemas = {
  /** An OpenAI-compatible address that may be asked for summaries; off until someone turns it on. */
  languageModel: z.object({
    isEnabled: z.boolean().default(false),
    baseUrl: z.string().default(''),
    model: z.string().default(''),
  }),
  /** How much each component counts in an issue's priority; only their proportions matter. */
  rankingWeights: z
    .object({ frequency: weight.default(1), churn: weight.default(1), impact: weight.default(1) })
    .refine(
      ({ frequency, churn, impact }) => frequency + churn + impact > 0,
      'At least one weight must be above zero.',
    ),
  /** Which complaints a month is compared by: those in the `windowDays` that end `lagDays` before it. */
  churnComparison: z.object({
    windowDays: z.literal(exposureWindows).default(90),
    lagDays: z.literal(exposureLags).default(30),
    keptPercent: z.literal(keptPercents).default(80),
    /** A field of the workspace's own that compared accounts must share, too; empty for none. */
    strataField: z.string().default(''),
  }),
  /** What it costs to answer a ticket, call or chat; null where nobody said. In whole units of the workspace's currency. */
  costToServe: z.object({
    minutesPerCase: z.number().min(0).max(10_000).nullable().default(null),
    hourlyCost: z.number().min(0).max(100_000).nullable().default(null),
  }),
  /** What one unit of another currency is worth in the workspace's own, by ISO 4217 code. */
  currencyRates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()).default({}),
  /** The workspace's own model that reads its feedback, null for the engine as it is; and whether it learns unasked. */
  textModel: z.object({
    modelVersionId: z.uuid().nullable().default(null),
    learnsByItself: z.boolean().default(true),
  }),
  /** What redaction leaves alone, and whether what it took out is kept, encrypted. */
  redaction: z.object({
    allowedTerms: z.array(z.string()).default([]),
    keepsOriginals: z.boolean().default(false),
  }),
  /** Where issues are made in Jira Cloud, and which of its fields get what; an empty field is not sent. */
  jira: z.object({
    baseUrl: z.string().default(''),
    email: z.string().default(''),
    projectKey: z.string().default(''),
    issueType: z.string().default('Task'),
    labels,
    /** Names of priorities there, for scores from 67, from 34 and below. */
    priorities: z
      .object({ high: z.string().default(''), medium: z.string().default(''), low: z.string().default('') })
      .default({ high: '', medium: '', low: '' }),
    /** Fields of their own, such as customfield_10000. */
    scoreField: z.string().default(''),
    atRiskField: z.string().default(''),
    syncsStatus,
  }),
  linear: z.object({
    apiUrl: z.string().default('https://api.linear.app/graphql'),
    teamId: z.string().default(''),
    labelIds: z.array(z.string()).default([]),
    sendsPriority: z.boolean().default(true),
    sendsEstimate: z.boolean().default(false),
    syncsStatus,
  }),
  github: z.object({
    apiUrl: z.string().default('https://api.github.com'),
    owner: z.string().default(''),
    repository: z.string().default(''),
    labels,
    syncsStatus,
  }),
} satisfies Record<string, z.ZodType>;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<Key extends SettingKey> = z.infer<(typeof settingSchemas)[Key]>;

/** Settings that are kept encrypted and never leave the server. */
export const secretKeys = [
  'languageModel.apiKey',
  'surveys.identitySecret',
  'jira.token',
  'linear.token',
  'github.token',
] as const;
export type SecretKey = (typeof secretKeys)[number];
