import { Prisma } from '@/lib/db/client';
import { ACCOUNT_FIELD, accountFieldOf } from '@/lib/responses/address';
import { accountOfShowing } from '@/lib/surveys/showing-account';

/** What results may be told by, besides the hidden fields of a survey, "field:NAME", and the fields of accounts, "field:@NAME". */
export const ownParts = ['segment', 'plan', 'channel', 'language'] as const;

const FIELD = 'field:';

/** The part of accounts with each value of a field of the workspace's own. */
export function partOfAccountField(key: string): string {
  return `${FIELD}${ACCOUNT_FIELD}${key}`;
}

/** The name of the hidden field, or "@NAME" of the account's field, that a part is about; null for one of {@link ownParts}. */
export function fieldOfPart(by: string): string | null {
  return by.startsWith(FIELD) ? by.slice(FIELD.length) : null;
}

/** The part of a response under the alias `r`, as SQL; '' where it is not known. */
export function partOfResponse(by: string): Prisma.Sql {
  const field = fieldOfPart(by);
  const ofAccount = accountColumn(by);
  if (field !== null && !ofAccount) return Prisma.sql`coalesce(r.custom ->> ${field}, '')`;
  if (by === 'channel') return Prisma.sql`coalesce(r.channel, '')`;
  if (by === 'language') return Prisma.sql`coalesce(r.language, '')`;
  return Prisma.sql`coalesce((SELECT ${ofAccount} FROM accounts c
    WHERE c.workspace_id = r.workspace_id AND c.id = r.account_id), '')`;
}

/** The part of a showing under the alias `i`; null where only answers have it. */
export function partOfShowing(by: string): Prisma.Sql | null {
  const field = fieldOfPart(by);
  const ofAccount = accountColumn(by);
  if (field !== null && !ofAccount) return Prisma.sql`coalesce(i.fields ->> ${field}, '')`;
  if (by === 'channel') return Prisma.sql`i.channel`;
  if (by === 'language') return null;
  return Prisma.sql`coalesce((SELECT ${ofAccount} FROM accounts c
    WHERE c.workspace_id = i.workspace_id AND c.id = ${accountOfShowing}), '')`;
}

/** What of an account, under the alias `c`, a part is about; null where it is about something else. */
function accountColumn(by: string): Prisma.Sql | null {
  if (by === 'plan') return Prisma.sql`c.plan`;
  if (by === 'segment') return Prisma.sql`c.segment`;
  const field = accountFieldOf(fieldOfPart(by) ?? '');
  return field === null ? null : Prisma.sql`c.custom ->> ${field}`;
}
