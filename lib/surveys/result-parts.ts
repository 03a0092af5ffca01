import { Prisma } from '@/lib/db/client';
import { accountOfShowing } from '@/lib/surveys/showing-account';

/** What results may be told by, besides the hidden fields of a survey, which are "field:NAME". */
export const ownParts = ['segment', 'plan', 'channel', 'language'] as const;

const FIELD = 'field:';

/** The name of the hidden field that a part is about; null for one of {@link ownParts}. */
export function fieldOfPart(by: string): string | null {
  return by.startsWith(FIELD) ? by.slice(FIELD.length) : null;
}

/** The part of a response under the alias `r`, as SQL; '' where it is not known. */
export function partOfResponse(by: string): Prisma.Sql {
  const field = fieldOfPart(by);
  if (field !== null) return Prisma.sql`coalesce(r.custom ->> ${field}, '')`;
  if (by === 'channel') return Prisma.sql`coalesce(r.channel, '')`;
  if (by === 'language') return Prisma.sql`coalesce(r.language, '')`;
  const column = by === 'plan' ? Prisma.sql`c.plan` : Prisma.sql`c.segment`;
  return Prisma.sql`coalesce((SELECT ${column} FROM accounts c
    WHERE c.workspace_id = r.workspace_id AND c.id = r.account_id), '')`;
}

/** The part of a showing under the alias `i`; null where only answers have it. */
export function partOfShowing(by: string): Prisma.Sql | null {
  const field = fieldOfPart(by);
  if (field !== null) return Prisma.sql`coalesce(i.fields ->> ${field}, '')`;
  if (by === 'channel') return Prisma.sql`i.channel`;
  if (by === 'language') return null;
  const column = by === 'plan' ? Prisma.sql`c.plan` : Prisma.sql`c.segment`;
  return Prisma.sql`coalesce((SELECT ${column} FROM accounts c
    WHERE c.workspace_id = i.workspace_id AND c.id = ${accountOfShowing}), '')`;
}
