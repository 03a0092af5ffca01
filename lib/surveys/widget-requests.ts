import { z } from 'zod';
import { findSiteScope } from '@/lib/auth/respondent';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { parseAcceptLanguage } from '@/lib/surveys/localise';
import { FINISH_WITHIN_MS } from '@/lib/surveys/response-times';
import { MOST_GROUPS } from '@/lib/surveys/rule-schema';
import { languageSchema } from '@/lib/surveys/schema';

/** Saves a minute from one network address. */
export const ANSWERS_PER_MINUTE = 240;

// What the script on a page of others may send; all of it may be forged, so nothing in it is believed but signatures.

/** What is no token at all names nobody: no answer is lost of it. */
const token = z.string().max(4000).nullish().catch(null);
const channel = z.enum(['popover', 'inline', 'button']);
const survey = z.string().max(100);
const responseId = z.uuid().toLowerCase();
const fields = z.record(z.string().max(40), z.unknown()).default({});

/** By the browser's clock: one that was set meanwhile says nonsense, and that is no reason to lose an answer. */
const milliseconds = z.number().transform((ms) => Math.round(Math.min(Math.max(ms, 0), FINISH_WITHIN_MS)));

/** What the page is written in. */
const lang = z.string().max(40).catch('').default('');

export const siteParamsSchema = z.object({ site: z.string().max(100) });

/** Somebody known asks what runs. */
export const listRequestSchema = z.object({ token: z.string().max(4000).catch(''), lang });

export const askRequestSchema = z.object({
  ...{ survey, responseId, channel, token, fields, lang },
  /** Places of the groups of rules that hold on the page; without them, any may. */
  groups: z.array(z.number().int().min(0)).max(MOST_GROUPS).optional(),
  /** The page called for it. */
  isCalled: z.boolean().optional(),
  /** From 0, below 100: the browser is among the share that is asked if it is below that. */
  lot: z.number().min(0).optional(),
});

export const answersRequestSchema = z.object({
  survey,
  responseId,
  /** Number of the version that was seen. */
  version: z.number().int().min(1).optional(),
  revision: z.number().int().min(1).max(1_000_000),
  answers: z.record(z.string().max(40), z.union([z.number(), z.string(), z.array(z.string()).max(50)])),
  isDone: z.boolean(),
  /** From the first question's showing to this save. */
  elapsedMs: milliseconds,
  /** From this save to its sending. */
  waitedMs: milliseconds.default(0),
  channel,
  language: languageSchema.nullable().default(null),
  token,
  fields,
  proof: z.string().max(200).default(''),
});

export type AnswersRequest = z.infer<typeof answersRequestSchema>;

export const preferenceRequestSchema = z.object({ token: z.string().max(4000), never: z.boolean() });

/** The languages of who is here, in order: what the page is written in, then what the browser's owner reads. */
export function languagesOf(lang: string, { headers }: Request): string[] {
  return [lang, ...parseAcceptLanguage(headers.get('accept-language'))].filter(Boolean);
}

/** The survey of a key on a site. @throws ExpectedError 'not_found'. */
export async function getSiteSurvey(
  site: string,
  surveyKey: string,
): Promise<{ scope: Scope; surveyId: string }> {
  const scope = await getSiteScope(site);
  const found = await scope.run((db) =>
    db.survey.findFirst({
      where: { workspaceId: scope.workspaceId, publicKey: surveyKey },
      select: { id: true },
    }),
  );
  if (!found) throw notFound('survey');
  return { scope, surveyId: found.id };
}

/** @throws ExpectedError 'not_found'. */
export async function getSiteScope(site: string): Promise<Scope> {
  const scope = await findSiteScope(site);
  if (!scope) throw notFound('site');
  return scope;
}
