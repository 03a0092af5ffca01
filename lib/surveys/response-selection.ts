import { z } from 'zod';
import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import {
  type Address,
  dayInAddress,
  readAddress,
  traitInAddress,
  wordsInAddress,
} from '@/lib/responses/address';
import { traitTerm } from '@/lib/responses/response-where';
import { partOfResponse } from '@/lib/surveys/result-parts';
import { languageSchema, responseChannels } from '@/lib/surveys/schema';

/** Which responses of a survey, by name. Without one: all that count, which suspect ones do not. */
export const selections = ['completed', 'timed', 'partial', 'suspect'] as const;
export const selectionNames: Record<(typeof selections)[number], string> = {
  completed: 'Completed',
  timed: 'Completed in a known time',
  partial: 'Not completed',
  suspect: 'Suspect',
};

const selectionSchema = z.object({
  of: z.enum(selections).optional(),
  /** Only those that answered this question. */
  answered: z.string().max(40).optional(),
  /** Only those that were left after this question. */
  left: z.string().max(40).optional(),
  /** With `answered`: only those that chose this. */
  choice: z.string().max(1000).optional(),
  /** With `choice`, of a ranking: only those that gave it this place. */
  place: z.coerce.number().int().min(1).max(50).optional(),
  /** With `answered`: only those that gave this score. */
  score: z.coerce.number().min(0).max(1000).optional(),
  /** Only those to this version; with `answered`, those whose answer is to its question. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** First and last day of their latest answer, UTC, both included. */
  from: dayInAddress.optional(),
  to: dayInAddress.optional(),
  /** Only those of accounts with this plan or segment. */
  plan: wordsInAddress.optional(),
  segment: wordsInAddress.optional(),
  /** Only those with this value of a hidden field, "campaign=spring". */
  trait: traitInAddress.optional(),
  /** Only those given this way, or in this language. */
  channel: z.enum(responseChannels).optional(),
  language: languageSchema.optional(),
  /** Of no account, or of one without the part asked for; of the responses without this hidden field. */
  without: z.string().max(60).optional(),
  /** Of showings: only the latest one of each person. */
  each: z.literal('person').optional(),
});
export type ResponseSelection = z.infer<typeof selectionSchema>;

/** Reads a selection from an address; what cannot be read is named. */
export function parseSelection(address: Address): { selection: ResponseSelection; unreadable: string[] } {
  const { fields, unreadable } = readAddress(selectionSchema, address);
  return { selection: fields ?? {}, unreadable };
}

/** The address of the responses behind a number of a survey's results. */
export function selectionHref(surveyHref: string, selection: ResponseSelection): string {
  return `${surveyHref}/responses?${addressOf(selection)}`;
}

/** The address of the same responses as a file. */
export function exportHref(surveyHref: string, selection: ResponseSelection): string {
  return `${surveyHref}/responses/export?${addressOf(selection)}`;
}

function addressOf(selection: ResponseSelection): URLSearchParams {
  const fields = Object.entries(selection).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(fields);
}

/** A selection as SQL over responses under the alias `r`. Counts and lists share it, so a count equals its rows. */
export function selectionWhere(
  workspaceId: string,
  surveyId: string,
  selection: ResponseSelection,
): Prisma.Sql {
  const { of, answered, left, choice, place, score, from, to } = selection;
  const { plan, segment, trait, channel, language, without, version } = selection;
  const terms = [
    Prisma.sql`r.workspace_id = ${workspaceId}::uuid`,
    Prisma.sql`r.survey_id = ${surveyId}::uuid`,
    of === 'suspect' ? Prisma.sql`r.suspect_reason IS NOT NULL` : Prisma.sql`r.suspect_reason IS NULL`,
  ];
  if (of === 'completed') terms.push(Prisma.sql`r.completed_at IS NOT NULL`);
  if (of === 'timed') terms.push(isTimed);
  if (of === 'partial') terms.push(Prisma.sql`r.completed_at IS NULL`);
  if (from) terms.push(Prisma.sql`r.submitted_at >= ${dayBegins(from)}`);
  if (to) terms.push(Prisma.sql`r.submitted_at < ${dayEnds(to)}`);
  const isVersion = (id: Prisma.Sql) =>
    version
      ? Prisma.sql`EXISTS (
      SELECT 1 FROM survey_versions v
      WHERE v.workspace_id = r.workspace_id AND v.id = ${id} AND v.number = ${version})`
      : Prisma.sql`true`;
  if (!answered) terms.push(isVersion(Prisma.sql`r.survey_version_id`));
  if (plan || segment) {
    terms.push(Prisma.sql`EXISTS (
      SELECT 1 FROM accounts c WHERE c.workspace_id = r.workspace_id AND c.id = r.account_id
        AND ${plan ? Prisma.sql`c.plan = ${plan}` : Prisma.sql`true`}
        AND ${segment ? Prisma.sql`c.segment = ${segment}` : Prisma.sql`true`})`);
  }
  if (trait) terms.push(traitTerm(trait));
  if (channel) terms.push(Prisma.sql`r.channel = ${channel}`);
  if (language) terms.push(Prisma.sql`r.language = ${language}`);
  if (without) terms.push(Prisma.sql`${partOfResponse(without)} = ''`);
  if (answered) {
    terms.push(Prisma.sql`EXISTS (
      SELECT 1 FROM answers w JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
      WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id AND q.key = ${answered}
        AND ${isVersion(Prisma.sql`q.survey_version_id`)}
        AND ${score === undefined ? Prisma.sql`true` : Prisma.sql`w.score = ${score}`}
        AND ${choice && place ? Prisma.sql`w.choices[${place}::int] = ${choice}` : choice ? Prisma.sql`${choice} = ANY (w.choices)` : Prisma.sql`true`})`);
  }
  if (left) terms.push(Prisma.sql`r.completed_at IS NULL AND ${lastAnswered} = ${left}`);
  return Prisma.join(terms, ' AND ');
}

/**
 * Of a response under the alias `r`: it was completed, and it is known how long that took. Nobody answers in no time: whose
 * beginning is its end was stored when a beginning that nobody knew was taken for that, or imported so.
 */
export const isTimed = Prisma.sql`coalesce(r.started_at < r.completed_at, false)`;

/** The key of the last question in order that a response answered. */
export const lastAnswered = Prisma.sql`(
  SELECT q.key FROM answers w JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
  WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id
  ORDER BY q.position DESC LIMIT 1)`;
