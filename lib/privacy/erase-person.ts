import { getContact } from '@/lib/accounts/get-contact';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { forgetUnit } from '@/lib/impact/refresh-unit-mentions';
import { enqueue } from '@/lib/jobs/queue';
import { forgetKeptMessages } from '@/lib/privacy/forget-kept-messages';
import type { ErasureExtent } from '@/lib/privacy/schema';

/** A person in a workspace. */
interface Person {
  workspaceId: string;
  contactId: string;
}

/** What an erasure took away or made nobody's. */
export interface Erased {
  statements: number;
  responses: number;
}

/**
 * Erases a person (GDPR, article 17), at once and for good. `everything`: what they said and answered, and what was found
 * in it. `identity`: their statements and scores stay, as nobody's, without the fields and originals that may tell whose
 * they were. Either way the person, how they were recognised, their jobs, consents and wishes are gone, and so is what
 * merges, messages from other systems and messages to them kept. Use and purchases stay with the account, as nobody's. Figures are
 * computed anew. Only the audit trail keeps that it was done, by the id.
 *
 * What another system sends again afterwards comes in again: a person is erased there first.
 * @throws ExpectedError 'denied' without the permission, 'not_found' where there is no such person.
 */
export async function erasePerson(
  scope: Scope,
  { contactId, extent }: { contactId: string; extent: ErasureExtent },
): Promise<Erased> {
  requirePermission(scope, 'people.erase');
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const known = await getContact(inner, contactId);
    const person = { workspaceId, contactId };
    await forgetKeptMessages(inner, known);
    const erased =
      extent === 'everything' ? await deleteWhatTheySaid(db, person) : await makeNobodys(db, person);
    await db.usageEvent.updateMany({ where: person, data: { contactId: null } });
    await db.transaction.updateMany({ where: person, data: { contactId: null } });
    // A merge that was undone is kept with the other person, and holds what this one was.
    await db.contactMerge.deleteMany({ where: { workspaceId, droppedId: contactId } });
    await forgetInAccountMerges(db, person);
    await forgetUnit(db, { workspaceId, unitId: contactId });
    await db.contact.delete({ where: { workspaceId_id: { workspaceId, id: contactId } } });
    await recordAudit(inner, {
      action: 'contact.erased',
      subjectKind: 'contact',
      subjectId: contactId,
      details: { extent, ...erased },
    });
    await enqueue(inner, 'issues.rank', {});
    return erased;
  });
}

async function deleteWhatTheySaid(db: Db, person: Person): Promise<Erased> {
  await deleteQuotingSummaries(db, person);
  const { count: statements } = await db.feedback.deleteMany({ where: person });
  await db.conversationTurn.deleteMany({ where: person });
  const { count: responses } = await db.response.deleteMany({ where: person });
  await db.impression.deleteMany({ where: person });
  await db.conversation.deleteMany({ where: { ...person, feedback: { none: {} } } });
  // Others spoke in these.
  await db.conversation.updateMany({ where: person, data: { contactId: null } });
  return { statements, responses };
}

async function makeNobodys(db: Db, person: Person): Promise<Erased> {
  const { workspaceId } = person;
  await db.feedbackOriginal.deleteMany({ where: { workspaceId, feedback: person } });
  const { count: statements } = await db.feedback.updateMany({
    where: person,
    data: { contactId: null, url: null, custom: {} },
  });
  await db.conversationTurn.updateMany({ where: person, data: { contactId: null } });
  const { count: responses } = await db.response.updateMany({
    where: person,
    data: { contactId: null, custom: {}, heldAnswers: Prisma.DbNull },
  });
  await db.impression.updateMany({ where: person, data: { contactId: null, fields: {} } });
  await db.conversation.updateMany({ where: person, data: { contactId: null } });
  return { statements, responses };
}

/** Summaries of themes that quote them: the words around a quote may tell it again. */
async function deleteQuotingSummaries(db: Db, { workspaceId, contactId }: Person): Promise<void> {
  await db.$executeRaw`
    DELETE FROM theme_summaries s
    WHERE s.workspace_id = ${workspaceId}::uuid AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(s.quotes) quote
        JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = (quote->>'feedbackId')::uuid
      WHERE f.contact_id = ${contactId}::uuid)`;
}

/** A merge of accounts keeps who worked where, and as what. */
async function forgetInAccountMerges(
  db: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<void> {
  const job = JSON.stringify([{ contactId }]);
  await db.$executeRaw`
    UPDATE account_merges m SET dropped = jsonb_set(
      jsonb_set(m.dropped, '{jobs}', coalesce((
        SELECT jsonb_agg(job) FROM jsonb_array_elements(m.dropped->'jobs') job
        WHERE job->>'contactId' <> ${contactId}), '[]')),
      '{kept,contactIds}', (m.dropped->'kept'->'contactIds') - ${contactId}::text)
    WHERE m.workspace_id = ${workspaceId}::uuid
      AND (m.dropped->'jobs' @> ${job}::jsonb OR m.dropped->'kept'->'contactIds' ? ${contactId})`;
}
