import { z } from 'zod';
import { lookSchema } from '@/lib/surveys/look';
import { groupsSchema } from '@/lib/surveys/rule-schema';
import { csatStyles, questionKinds } from '@/lib/widget/definition';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'A key is small letters, digits and _, and begins with a letter.');
/** What no text of a database or of XML can hold: pasted from elsewhere, it is a space. */
const CONTROLS = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const words = () =>
  z
    .string()
    .overwrite((text) => text.replace(CONTROLS, ' ').toWellFormed())
    .trim();
const label = words().max(60).default('');

const conditionSchema = z.object({
  question: key,
  from: z.number().int().nullable().default(null),
  to: z.number().int().nullable().default(null),
  anyOf: z.array(key).max(50).default([]),
});

const choiceSchema = z.object({
  key,
  text: words().min(1, 'Every choice and row needs its words.').max(200),
});

/** The most skips from one question. */
export const MOST_SKIPS = 10;

const questionSchema = z.object({
  key,
  kind: z.enum(questionKinds),
  text: words().min(1, 'Every question needs its words.').max(500),
  isRequired: z.boolean().default(false),
  style: z.enum(csatStyles).default('numbers'),
  lowLabel: label,
  highLabel: label,
  choices: z.array(choiceSchema).max(50).default([]),
  rows: z.array(choiceSchema).max(20).default([]),
  showIf: conditionSchema.nullable().default(null),
  skips: z
    .array(z.object({ when: conditionSchema, to: key }))
    .max(MOST_SKIPS)
    .default([]),
});

export const fieldNameSchema = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,39}$/,
    'The name of a hidden field is letters, digits, _ and -, and begins with a letter.',
  );

/** An address that people are led to, or none. */
const linkSchema = (example: string) =>
  z
    .string()
    .trim()
    .max(1000)
    .default('')
    .refine((text) => text === '' || isSafeAddress(text), `An address such as ${example}.`);

/** Whether an address is https, names a host and carries no name or password. */
function isSafeAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}

/** The most questions a survey may have. */
export const MOST_QUESTIONS = 30;

export const languageSchema = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'A language code such as en, de or pt-BR.');

export const definitionSchema = z.object({
  language: languageSchema,
  questions: z.array(questionSchema).min(1, 'A survey needs a question.').max(MOST_QUESTIONS),
  thanks: z.object({
    title: words().min(1, 'The last page needs a title.').max(200),
    text: words().max(1000).default(''),
    redirectUrl: linkSchema('https://example.org/thanks'),
  }),
  privacy: z
    .object({
      text: words().max(600).default(''),
      url: linkSchema('https://example.org/privacy'),
    })
    .default({ text: '', url: '' }),
  fields: z.array(fieldNameSchema).max(20).default([]),
  translations: z.record(languageSchema, z.record(z.string().max(100), words().max(1000))).default({}),
});

/** Where a survey is asked by the script on a page: a box in the corner, within the page, behind a button, or not at all. */
export const deliveryModes = ['none', 'popover', 'inline', 'button'] as const;
/** Whether a browser must do some work before an answer counts that nobody known has signed. */
export const botChecks = ['none', 'proof'] as const;

const day = z
  .string()
  .regex(/^(\d{4}-\d\d-\d\d)?$/, 'A day such as 2026-03-31.')
  .default('');

/** Where, whom and when. */
export const askingSchema = z.object({
  mode: z.enum(deliveryModes).default('none'),
  delaySeconds: z.coerce.number().int().min(0).max(3600).default(5),
  /** Shown when the page reports this event; empty: after the delay. */
  event: z.string().trim().max(100).default(''),
  /** Where and whom: all rules of one of these groups must hold. Empty: everywhere, everybody. */
  groups: groupsSchema,
  /** Of the people who fit, how many are asked: percent. */
  percentage: z.coerce.number().int().min(1).max(100).default(100),
  /** First and last day, UTC, both included; empty: no limit. */
  from: day,
  until: day,
  /** No more is asked after so many completed responses; 0: no limit. */
  quota: z.coerce.number().int().min(0).max(10_000_000).default(0),
  /** Days in which a person is asked by no other survey of ours. */
  coolDownDays: z.coerce.number().int().min(0).max(730).default(30),
  botCheck: z.enum(botChecks).default('none'),
});

/** All that a survey is asked by besides its questions: where, whom, when, and how it looks. */
export const deliverySchema = z.object({ ...askingSchema.shape, ...lookSchema.shape });

export type Delivery = z.infer<typeof deliverySchema>;

/** What a response may be to: the page of the survey, or the script in one of its modes. */
export const responseChannels = ['page', 'email', 'popover', 'inline', 'button'] as const;
export type ResponseChannel = (typeof responseChannels)[number];
