import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { invalid, notFound } from '@/lib/core/errors';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { dayInAddress } from '@/lib/responses/address';

const name = z.string().trim().min(1).max(200);
const MOST_ACCOUNTS = 5000;

/** Which accounts got a fix first: those of a plan or a segment as they are now, or these. */
export const firstPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), value: name }),
  z.object({ kind: z.literal('segment'), value: name }),
  z.object({ kind: z.literal('accounts'), ids: z.array(z.uuid()).max(MOST_ACCOUNTS) }),
]);
export type FirstPart = z.infer<typeof firstPartSchema>;

/** What a form says of it. */
export const firstPartFormSchema = z
  .object({
    issueId: z.uuid(),
    /** Empty: nobody got it first. */
    firstOn: z.union([dayInAddress, z.literal('')]),
    kind: z.enum(['plan', 'segment', 'accounts']),
    plan: z.string().trim().max(200).default(''),
    segment: z.string().trim().max(200).default(''),
    /** Names or ids of the customer's own, one a line. */
    accounts: z.string().max(200_000).default(''),
  })
  .refine(({ firstOn, kind, ...values }) => firstOn === '' || values[kind].trim() !== '', {
    path: ['kind'],
    message: 'Say which accounts got it first.',
  });
export type FirstPartForm = z.infer<typeof firstPartFormSchema>;

/**
 * Says which accounts got an issue's fix before all others, and since when; or that none did.
 * @throws ExpectedError 'not_found' for an unknown issue, 'invalid' for lines that name no account, or more than one.
 */
export async function setFirstPart(scope: Scope, form: FirstPartForm): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const issue = await db.issue.findUnique({ where: { workspaceId_id: { workspaceId, id: form.issueId } } });
    if (!issue) throw notFound('issue');
    const firstOn = form.firstOn || null;
    if (firstOn && issue.shippedAt && new Date(firstOn) >= issue.shippedAt) {
      throw invalid('The first part must have got it before the day it shipped for all.');
    }
    const part = firstOn ? await readPart(db, workspaceId, form) : null;
    await db.issue.update({
      where: { workspaceId_id: { workspaceId, id: issue.id } },
      data: { firstShippedAt: firstOn && new Date(firstOn), firstFor: part ?? Prisma.DbNull },
    });
    await recordAudit(inner, {
      action: 'issue.first_part_set',
      subjectKind: 'issue',
      subjectId: issue.id,
      details: { firstOn, part: part && (part.kind === 'accounts' ? { accounts: part.ids.length } : part) },
    });
  });
}

async function readPart(db: Db, workspaceId: string, form: FirstPartForm): Promise<FirstPart> {
  if (form.kind !== 'accounts') return { kind: form.kind, value: form[form.kind] };
  const lines = [...new Set(form.accounts.split('\n').map((line) => line.trim()))].filter(Boolean);
  if (lines.length > MOST_ACCOUNTS) throw invalid(`At most ${MOST_ACCOUNTS} accounts can be named.`);
  const found = await db.account.findMany({
    where: { workspaceId, OR: [{ externalId: { in: lines } }, { name: { in: lines } }] },
    select: { id: true, name: true, externalId: true },
  });
  const ids = lines.map((line) => {
    const byId = found.find(({ externalId }) => externalId === line);
    const byName = found.filter((account) => account.name === line);
    const only = byId ?? (byName.length === 1 ? byName[0] : undefined);
    if (!only) {
      throw invalid(
        byName.length > 1
          ? `There are ${byName.length} accounts called “${line}”: give its id instead.`
          : `There is no account with the name or id “${line}”.`,
      );
    }
    return only.id;
  });
  return { kind: 'accounts', ids };
}
