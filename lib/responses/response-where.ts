import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import { hasOwnDay } from '@/lib/feedback/own-day';
import { accountFieldOf, splitTrait } from '@/lib/responses/address';
import { groupBounds, type ResponseFilter } from '@/lib/responses/response-filter';

/**
 * A filter as SQL over the tables answers under the alias `w` and responses under `r`. Lists, counts and scores share
 * it, so a count equals its rows.
 */
export function responseWhere(workspaceId: string, filter: ResponseFilter): Prisma.Sql {
  const terms = [answerTerms(workspaceId, filter)];
  if (filter.latest) {
    terms.push(Prisma.sql`w.id IN (
      SELECT DISTINCT ON (${person}) w.id
      FROM answers w JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
      WHERE ${answerTerms(workspaceId, filter)}
      ORDER BY ${person}, ${newestFirst})`);
  }
  if (filter.score !== undefined) terms.push(Prisma.sql`w.score = ${filter.score}`);
  if (filter.group) {
    const [low, high] = groupBounds(filter.metric, filter.group) ?? [0, -1];
    terms.push(Prisma.sql`w.score BETWEEN ${low} AND ${high}`);
  }
  return Prisma.join(terms, ' AND ');
}

/** Whose answer it is: the contact's, or nobody else's. */
export const person = Prisma.sql`coalesce(r.contact_id, w.id)`;

/** Whether a response, under the alias `r`, has this value of one of its own fields, or its account of one of its. */
export function traitTerm(trait: string): Prisma.Sql {
  const { name, value } = splitTrait(trait);
  const field = accountFieldOf(name);
  if (field !== null) {
    return Prisma.sql`EXISTS (
      SELECT 1 FROM accounts f WHERE f.workspace_id = r.workspace_id AND f.id = r.account_id
        AND f.custom ->> ${field} = ${value})`;
  }
  return Prisma.sql`r.custom ->> ${name} = ${value}`;
}

/** The order of lists of answers. */
export const newestFirst = Prisma.sql`w.answered_at DESC, w.id DESC`;

/** The part of a filter that says which answers there are, before one of each person or one group is chosen. */
export function answerTerms(workspaceId: string, filter: ResponseFilter): Prisma.Sql {
  const terms = [
    Prisma.sql`w.workspace_id = ${workspaceId}::uuid`,
    Prisma.sql`w.metric = ${filter.metric}::metric`,
    Prisma.sql`w.score IS NOT NULL`,
  ];
  const add = (term: Prisma.Sql) => terms.push(term);
  if (filter.from) add(Prisma.sql`w.answered_at >= ${dayBegins(filter.from)}`);
  if (filter.to) add(Prisma.sql`w.answered_at < ${dayEnds(filter.to)}`);
  if (filter.dated) add(hasOwnDay(Prisma.sql`r`, Prisma.sql`r.submitted_at`));
  if (filter.account) add(Prisma.sql`r.account_id = ${filter.account}::uuid`);
  if (filter.contact) add(Prisma.sql`r.contact_id = ${filter.contact}::uuid`);
  if (filter.import) add(Prisma.sql`r.import_id = ${filter.import}::uuid`);
  if (filter.survey) add(Prisma.sql`r.survey_id = ${filter.survey}::uuid`);
  if (filter.wordless) {
    add(Prisma.sql`NOT EXISTS (
      SELECT 1 FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id)`);
  }
  if (filter.trait) add(traitTerm(filter.trait));
  if (filter.channel) add(Prisma.sql`r.channel = ${filter.channel}`);
  if (filter.language) add(Prisma.sql`r.language = ${filter.language}`);
  if (filter.plan || filter.segment) {
    add(Prisma.sql`EXISTS (
      SELECT 1 FROM accounts c WHERE c.workspace_id = r.workspace_id AND c.id = r.account_id
        AND ${filter.plan ? Prisma.sql`c.plan = ${filter.plan}` : Prisma.sql`true`}
        AND ${filter.segment ? Prisma.sql`c.segment = ${filter.segment}` : Prisma.sql`true`})`);
  }
  return Prisma.join(terms, ' AND ');
}
