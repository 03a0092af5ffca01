import { z } from 'zod';
import { findSiteScope } from '@/lib/auth/respondent';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { MOST_GROUPS } from '@/lib/surveys/rule-schema';
import { languageSchema } from '@/lib/surveys/schema';

/** Saves a minute from one network address. */
export const ANSWERS_PER_MINUTE = 240;

/** What the script on a page of others may send; all of it may be forged, so nothing in it is believed but signatures. */
const token = z.string().max(4000).optional();
const channel = z.enum(['popover', 'inline', 'button']);
const survey = z.string().max(100);
const responseId = z.uuid().toLowerCase();
const fields = z.record(z.string().max(40), z.unknown()).default({});

export const siteParamsSchema = z.object({ site: z.string().max(100) });

export const askRequestSchema = z.object({
  ...{ survey, responseId, channel, token, fields },
  /** Places of the groups of rules that hold on the page; without them, any may. */
  groups: z.array(z.number().int().min(0)).max(MOST_GROUPS).optional(),
});

export const answersRequestSchema = z.object({
  survey,
  responseId,
  revision: z.number().int().min(1).max(1_000_000),
  answers: z.record(z.string().max(40), z.union([z.number(), z.string(), z.array(z.string()).max(50)])),
  isDone: z.boolean(),
  /** Milliseconds from the first question's showing to this save, by the browser's clock. */
  elapsedMs: z
    .number()
    .int()
    .min(0)
    .max(30 * 86_400_000),
  channel,
  language: languageSchema.nullable().default(null),
  token,
  fields,
  proof: z.string().max(200).default(''),
});

export type AnswersRequest = z.infer<typeof answersRequestSchema>;

export const preferenceRequestSchema = z.object({ token: z.string().max(4000), never: z.boolean() });

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
