import { getContact } from '@/lib/accounts/get-contact';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { readOriginal } from '@/lib/feedback/originals';

/**
 * All that is held about a person, for them to have (GDPR, article 15): who they are, what they said and answered, what
 * was found in it, what they were asked. Originals of redacted texts are in it, where they are kept. Each reading is
 * written in the audit trail.
 * @throws ExpectedError 'denied' without the permission, 'not_found' where there is no such person.
 */
export async function findPersonData(scope: Scope, contactId: string) {
  requirePermission(scope, 'people.erase');
  const person = await getContact(scope, contactId);
  const held = await readRows(scope, contactId);
  const statements = [];
  for (const { original, ...statement } of held.statements) {
    const before = original ? await readOriginal(scope, statement.id) : null;
    statements.push({ ...statement, original: before });
  }
  await recordAudit(scope, { action: 'contact.data_read', subjectKind: 'contact', subjectId: contactId });
  return { readAt: new Date(), person, ...held, statements };
}

/** Rows of every table that names the person, the oldest first. */
function readRows(scope: Scope, contactId: string) {
  const own = { workspaceId: scope.workspaceId, contactId };
  return scope.run(async (db) => ({
    consents: await db.consent.findMany({
      where: own,
      orderBy: { grantedAt: 'asc' },
      omit: { workspaceId: true, contactId: true },
    }),
    asking: await db.askingPreference.findMany({
      where: own,
      select: { neverAsk: true, snoozedUntil: true, updatedAt: true },
    }),
    shownSurveys: await db.impression.findMany({
      where: own,
      orderBy: { shownAt: 'asc' },
      select: { id: true, shownAt: true, channel: true, fields: true, survey: { select: { name: true } } },
    }),
    responses: await db.response.findMany({
      where: own,
      orderBy: { submittedAt: 'asc' },
      select: {
        ...{ id: true, submittedAt: true, startedAt: true, completedAt: true, channel: true, language: true },
        ...{ custom: true, suspectReason: true, heldAnswers: true },
        survey: { select: { name: true } },
        source: { select: { name: true } },
        answers: {
          select: {
            ...{ metric: true, score: true, choices: true, answeredAt: true },
            question: { select: { text: true } },
          },
        },
      },
    }),
    conversations: await db.conversation.findMany({
      where: own,
      orderBy: { startedAt: 'asc' },
      select: { id: true, externalId: true, channel: true, subject: true, startedAt: true },
    }),
    statements: await db.feedback.findMany({
      where: own,
      orderBy: { occurredAt: 'asc' },
      select: {
        ...{ id: true, externalId: true, channel: true, occurredAt: true, title: true, text: true },
        ...{ url: true, custom: true, language: true, sentimentLabel: true, kind: true, intents: true },
        source: { select: { name: true } },
        assignments: { select: { theme: { select: { name: true } }, confidence: true } },
        original: { select: { feedbackId: true } },
      },
    }),
    // Said by them in conversations in which they are taken for staff.
    turns: await db.conversationTurn.findMany({
      where: own,
      orderBy: { occurredAt: 'asc' },
      select: { id: true, externalId: true, occurredAt: true, text: true },
    }),
    usage: await db.usageEvent.findMany({
      where: own,
      orderBy: { occurredAt: 'asc' },
      select: { name: true, count: true, occurredAt: true },
    }),
    purchases: await readPurchases(db, own),
    merges: await db.contactMerge.findMany({
      where: { workspaceId: scope.workspaceId, OR: [{ keptId: contactId }, { droppedId: contactId }] },
      select: { dropped: true, evidence: true, createdAt: true, undoneAt: true },
    }),
  }));
}

/** Amounts as numbers, for JSON knows no integers of 8 bytes. */
async function readPurchases(db: Db, own: { workspaceId: string; contactId: string }) {
  const rows = await db.transaction.findMany({
    where: own,
    orderBy: { occurredAt: 'asc' },
    select: { kind: true, amountCents: true, currency: true, occurredAt: true },
  });
  return rows.map((row) => ({ ...row, amountCents: Number(row.amountCents) }));
}
