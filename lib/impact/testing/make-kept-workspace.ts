import { expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { loadMentions } from '@/lib/impact/load-mentions';
import { toEpochDay } from '@/lib/impact/months';
import { refreshUnitMentions } from '@/lib/impact/refresh-unit-mentions';
import { saidByStatement, saidByUnit } from '@/lib/impact/said-by-statement';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

/** Accounts that nothing happens to: with so many, a few marks never make a run find everything anew. */
export const QUIET_ACCOUNTS = 60;

interface Said {
  unitId: string;
  hasAccount: boolean;
  said: string;
}

/**
 * A workspace of two themes and many accounts that complained once, kept already, with what tests of `unit_mentions` do to it
 * and ask of it.
 */
export async function makeKeptWorkspace() {
  const { scope, memberId } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  const exports = await makeTheme(scope, 'Exports', { key: 'exports' });
  const speed = await makeTheme(scope, 'Speed', { key: 'speed' });
  await makeQuietAccounts(scope, sourceId, speed);
  const { workspaceId } = scope;
  const refresh = () => scope.run((db) => refreshUnitMentions(db, workspaceId));
  const load = () => scope.run((db) => loadAll(db, workspaceId));

  /** Refreshes what is kept, which must then say what the rows say; and what is read must say it before and after. */
  const follow = () =>
    scope.run(async (db) => {
      const inRows = await loadAll(db, workspaceId, { from: '1970-01-01' });
      expect(await loadAll(db, workspaceId)).toEqual(inRows);
      const before = await findKept(db, workspaceId);
      const refreshed = await refreshUnitMentions(db, workspaceId);
      const after = await findKept(db, workspaceId);
      expect(after).toEqual(await findInRows(db, workspaceId));
      expect(await loadAll(db, workspaceId)).toEqual(inRows);
      return { before, refreshed, after };
    });

  /** @returns how many units were found anew. */
  async function expectFollowed(): Promise<number> {
    return (await follow()).refreshed;
  }

  /** As {@link expectFollowed}, after a write that changes what is kept: of some units, not of all. */
  async function expectRefreshed(): Promise<void> {
    const { before, refreshed, after } = await follow();
    expect(refreshed).toBeGreaterThan(0);
    expect(refreshed).toBeLessThan(QUIET_ACCOUNTS / 2);
    expect(after).not.toEqual(before);
  }

  const findKeptIds = async () =>
    (await scope.run((db) => findKept(db, workspaceId))).map(({ unitId }) => unitId);

  /** A complaint with two spans: on exports, and on both themes. */
  async function complain(of: { accountId?: string; contactId?: string } = {}) {
    const { id, spanIds } = await makeStatement(scope, {
      ...{ sourceId, at: '2026-03-05T12:00:00Z', sentiment: 'negative', kind: 'problem', ...of },
      spans: [
        { text: 'The export of invoices is slow.', themeIds: [exports] },
        { text: 'The dashboard never loads.', themeIds: [speed, exports] },
      ],
    });
    const [first = '', second = ''] = spanIds;
    return { feedbackId: id, first, second };
  }

  const rowOf = (feedbackId: string) => ({
    workspaceId_id: { workspaceId: scope.workspaceId, id: feedbackId },
  });

  await refresh();
  return {
    ...{ scope, memberId, sourceId, exports, speed },
    ...{ refresh, findKeptIds, load, expectFollowed, expectRefreshed, complain, rowOf },
  };
}

/** Statements are kept in no order, and the themes of one neither. */
const inOrder = (rows: readonly Said[]) =>
  rows.map(({ said, ...unit }) => ({
    ...unit,
    said: said
      .split(',')
      .map((one) => one.split(' ').sort().join(' '))
      .sort(),
  }));

async function findKept(db: Db, workspaceId: string) {
  return inOrder(
    await db.$queryRaw<Said[]>`
      SELECT unit_id::text AS "unitId", has_account AS "hasAccount", said FROM unit_mentions
      WHERE workspace_id = ${workspaceId}::uuid ORDER BY unit_id`,
  );
}

async function findInRows(db: Db, workspaceId: string) {
  const everything = { statements: Prisma.sql`feedback`, condition: Prisma.sql`true` };
  return inOrder(
    await db.$queryRaw<Said[]>`
      SELECT unit_id::text AS "unitId", has_account AS "hasAccount", said
      FROM (${saidByUnit(saidByStatement(workspaceId, everything))}) found ORDER BY unit_id`,
  );
}

function loadAll(db: Db, workspaceId: string, filter: { from?: string } = {}) {
  return loadMentions(db, workspaceId, { filter, asOfDay: toEpochDay(new Date('2026-09-01')) });
}

async function makeQuietAccounts(scope: Scope, sourceId: string, themeId: string): Promise<void> {
  const { workspaceId } = scope;
  const ids = Array.from({ length: QUIET_ACCOUNTS }, () => newId());
  await scope.run(async (db) => {
    await db.account.createMany({ data: ids.map((id) => ({ workspaceId, id, name: 'Quiet' })) });
    // Account, statement, span and assignment go by one id, each in a table of its own.
    await db.$executeRaw`
      INSERT INTO feedback (workspace_id, id, source_id, external_id, channel, account_id, text, text_hash, occurred_at, annotated_at)
      SELECT ${workspaceId}::uuid, id, ${sourceId}::uuid, id::text, 'ticket', id, 'It is slow.', '', '2026-03-01', now()
      FROM unnest(${ids}::uuid[]) id`;
    await db.$executeRaw`
      INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, kind)
      SELECT ${workspaceId}::uuid, id, id, 0, 11, 'negative', 'problem' FROM unnest(${ids}::uuid[]) id`;
    await db.$executeRaw`
      INSERT INTO theme_assignments (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker)
      SELECT ${workspaceId}::uuid, id, ${themeId}::uuid, id, id, 0.9, 'engine' FROM unnest(${ids}::uuid[]) id`;
  });
}
