import { recordAudit } from '@/lib/audit/record';
import { invalid } from '@/lib/core/errors';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { IssueStatus } from '@/lib/issues/schema';
import { tellStatusChanged } from '@/lib/issues/tell-status-changed';

/** An issue as it was before a change. */
export interface ChangeableIssue {
  id: string;
  themeId: string | null;
  title: string;
  status: IssueStatus;
  ownerId: string | null;
  notes: string;
  effortDays: number | null;
  shippedAt: Date | null;
}

/** What is to be set; what is left out stays. Only a shipped issue keeps the day it shipped. */
export interface IssueChange {
  status?: IssueStatus;
  ownerId?: string | null;
  notes?: string;
  effortDays?: number | null;
  shippedOn?: string | null;
  title?: string;
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/**
 * Changes an issue and writes what changed into the trail: old and new value of each field, of notes only that they
 * changed. Nothing is written where nothing changes.
 */
export async function changeIssue(
  scope: Scope,
  before: ChangeableIssue,
  change: IssueChange,
): Promise<boolean> {
  const { workspaceId } = scope;
  const status = change.status ?? before.status;
  const shippedOn =
    status === 'shipped'
      ? change.shippedOn === undefined
        ? dayOf(before.shippedAt)
        : change.shippedOn
      : null;
  const was = {
    status: before.status,
    ownerId: before.ownerId,
    effortDays: before.effortDays,
    shippedOn: dayOf(before.shippedAt),
    title: before.title,
  };
  const becomes: typeof was = {
    status,
    ownerId: change.ownerId === undefined ? before.ownerId : change.ownerId,
    effortDays: change.effortDays === undefined ? before.effortDays : change.effortDays,
    shippedOn,
    title: before.themeId === null ? (change.title ?? before.title) : before.title,
  };
  const notes = change.notes ?? before.notes;
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((key) => was[key] !== becomes[key]);
  const notesChanged = notes !== before.notes;
  if (changed.length === 0 && !notesChanged) return false;
  const pick = (values: typeof was): Prisma.InputJsonObject =>
    Object.fromEntries(changed.map((key) => [key, values[key]])) as Prisma.InputJsonObject;
  await scope.run(async (db, inner) => {
    await db.issue.update({
      where: { workspaceId_id: { workspaceId, id: before.id } },
      data: {
        status,
        ownerId: becomes.ownerId,
        effortDays: becomes.effortDays,
        title: becomes.title,
        notes,
        shippedAt: shippedOn === null ? null : new Date(shippedOn),
      },
    });
    await recordAudit(inner, {
      action: 'issue.updated',
      subjectKind: 'issue',
      subjectId: before.id,
      details: { from: pick(was), to: pick(becomes), ...(notesChanged ? { notesChanged } : {}) },
    });
    if (status !== before.status) {
      await tellStatusChanged(inner, { ...before, ...becomes, from: before.status });
    }
  });
  return true;
}

/** @throws ExpectedError 'invalid' for an owner who is no member (any more). */
export async function requireOwner(db: Db, workspaceId: string, ownerId: string | null | undefined) {
  if (!ownerId) return;
  const owner = await db.member.findFirst({ where: { workspaceId, id: ownerId, removedAt: null } });
  if (!owner) throw invalid('The owner is no longer a member of this workspace.');
}
