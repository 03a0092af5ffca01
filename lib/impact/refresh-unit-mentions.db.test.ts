import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { database, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeAccount } from '@/lib/db/testing/make-statement';
import { loadMentions } from '@/lib/impact/load-mentions';
import { toEpochDay } from '@/lib/impact/months';
import { refreshUnitMentions } from '@/lib/impact/refresh-unit-mentions';
import { saidByStatement } from '@/lib/impact/said-by-statement';
import { makeKeptWorkspace, QUIET_ACCOUNTS } from '@/lib/impact/testing/make-kept-workspace';

it('finds one account anew when one has changed, and none when nothing has', async () => {
  const { scope, refresh, expectFollowed, complain } = await makeKeptWorkspace();
  await complain({ accountId: await makeAccount(scope) });
  const versions = () =>
    scope.run(
      (db) => db.$queryRaw<{ unitId: string; version: string }[]>`
      SELECT unit_id::text AS "unitId", xmin::text AS version FROM unit_mentions
      WHERE workspace_id = ${scope.workspaceId}::uuid ORDER BY unit_id`,
    );
  await refresh();
  const before = await versions();
  const [quiet] = before;
  await scope.run(
    (db) => db.$executeRaw`
    UPDATE feedback SET occurred_at = '2026-03-02' WHERE account_id = ${quiet?.unitId ?? ''}::uuid`,
  );
  expect(await refresh()).toBe(1);
  const changed = (await versions()).filter(
    ({ unitId, version }) => !before.some((one) => one.unitId === unitId && one.version === version),
  );
  expect(changed.map(({ unitId }) => unitId)).toEqual([quiet?.unitId]);
  expect(await refresh()).toBe(0);
  await expectFollowed();
});

it('finds everything anew by another query, and when much is marked', async () => {
  const { scope, expectFollowed } = await makeKeptWorkspace();
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.mentionRule.update({ where: { workspaceId }, data: { rule: 'of an older release' } });
    await db.unitMentions.updateMany({ where: { workspaceId }, data: { said: '1 wrong' } });
  });
  expect(await expectFollowed()).toBe(QUIET_ACCOUNTS);
  await scope.run(
    (db) => db.$executeRaw`
    UPDATE spans SET kind = 'praise' WHERE workspace_id = ${workspaceId}::uuid
      AND feedback_id IN (SELECT id FROM feedback WHERE workspace_id = ${workspaceId}::uuid ORDER BY id LIMIT ${QUIET_ACCOUNTS / 2})`,
  );
  expect(await expectFollowed()).toBe(QUIET_ACCOUNTS / 2);
});

describe('a run and writers at the same time', () => {
  /** Does something in a transaction that stays open until told. */
  function begin(
    scope: Scope,
    work: (scope: Scope) => Promise<unknown>,
  ): {
    done: Promise<void>;
    end: () => Promise<void>;
  } {
    let finish = () => {};
    const mayEnd = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written = () => {};
    const done = new Promise<void>((resolve) => {
      written = resolve;
    });
    const ended = scope.run(async (_db, inner) => {
      await work(inner);
      written();
      await mayEnd;
    });
    return {
      done,
      end: async () => {
        finish();
        await ended;
      },
    };
  }

  it('what was not committed when a run looked is found by the next', async () => {
    const { scope, expectRefreshed, complain, rowOf } = await makeKeptWorkspace();
    const { feedbackId, second } = await complain({ accountId: await makeAccount(scope) });
    await expectRefreshed();
    const writer = begin(scope, (inner) =>
      inner.run((db) => db.themeAssignment.deleteMany({ where: { spanId: second } })),
    );
    await writer.done;
    await scope.run((db) =>
      db.feedback.update({ where: rowOf(feedbackId), data: { occurredAt: new Date('2026-05-01') } }),
    );
    await expectRefreshed();
    await writer.end();
    await expectRefreshed();
  });

  it('a theme put on a statement that somebody else moves to another account meanwhile counts there', async () => {
    const { scope, speed, expectRefreshed, complain, rowOf } = await makeKeptWorkspace();
    const [from, to] = [await makeAccount(scope), await makeAccount(scope)];
    const { feedbackId, first } = await complain({ accountId: from });
    await expectRefreshed();
    const writer = begin(scope, (inner) =>
      inner.run((db) =>
        db.themeAssignment.create({
          data: {
            ...{ workspaceId: scope.workspaceId, id: newId(), themeId: speed, feedbackId, spanId: first },
            ...{ confidence: 0.9, maker: 'engine' as const },
          },
        }),
      ),
    );
    await writer.done;
    await scope.run((db) => db.feedback.update({ where: rowOf(feedbackId), data: { accountId: to } }));
    await expectRefreshed();
    await writer.end();
    await expectRefreshed();
  });

  it('a second run waits for the first, and a run that fails takes no marks', async () => {
    const { scope, refresh, expectFollowed, expectRefreshed, complain } = await makeKeptWorkspace();
    await complain({ accountId: await makeAccount(scope) });
    const first = begin(scope, (inner) => inner.run((db) => refreshUnitMentions(db, scope.workspaceId)));
    await first.done;
    await complain({ accountId: await makeAccount(scope) });
    const second = refresh();
    await first.end();
    expect(await second).toBe(1);
    await expectFollowed();

    await complain({ accountId: await makeAccount(scope) });
    const failed = scope.run(async (db) => {
      await refreshUnitMentions(db, scope.workspaceId);
      throw new Error('no room left');
    });
    await expect(failed).rejects.toThrow('no room left');
    await expectRefreshed();
  });

  it('whoever reads meanwhile waits for no run and writes nothing, and is told what has changed', async () => {
    const { scope, speed, expectRefreshed, complain } = await makeKeptWorkspace();
    const { workspaceId } = scope;
    const asOfDay = toEpochDay(new Date('2026-09-01'));
    const countSpeed = () =>
      scope.run(async (db) => {
        await db.$executeRaw`SET LOCAL lock_timeout = '2s'`;
        await db.$executeRaw`SET LOCAL transaction_read_only = on`;
        const { mentionCounts } = await loadMentions(db, workspaceId, { filter: {}, asOfDay });
        return mentionCounts.get(speed)?.accounts;
      });
    await complain({ accountId: await makeAccount(scope) });
    const run = begin(scope, (inner) => inner.run((db) => refreshUnitMentions(db, workspaceId)));
    await run.done;
    await complain({ accountId: await makeAccount(scope) });
    expect(await countSpeed()).toBe(QUIET_ACCOUNTS + 2);
    await run.end();
    expect(await countSpeed()).toBe(QUIET_ACCOUNTS + 2);
    await expectRefreshed();
    await scope.run((db) => db.mentionRule.deleteMany({ where: { workspaceId } }));
    expect(await countSpeed()).toBe(QUIET_ACCOUNTS + 2);
  });
});

describe('triggers', () => {
  let triggers: { table: string; definition: string }[];
  beforeAll(async () => {
    triggers = await database().$queryRaw`
      SELECT tgrelid::regclass::text AS "table", pg_get_triggerdef(oid) AS definition FROM pg_trigger
      WHERE NOT tgisinternal AND tgfoid IN ('mark_statement'::regproc, 'mark_unit'::regproc)`;
  });

  it.each([
    ['theme_assignments', 'a'],
    ['spans', 's'],
    ['feedback', 'f'],
  ])('mark when any column of %s changes that the query reads', (table, alias) => {
    const everything = { statements: Prisma.sql`feedback`, condition: Prisma.sql`true` };
    const { sql } = saidByStatement(newId(), everything);
    const read = new Set([...sql.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name]) => name));
    // Keys name a row and never change.
    for (const key of ['workspace_id', 'id']) read.delete(key);
    const definition = triggers.find(
      (one) => one.table === table && one.definition.includes(' UPDATE OF '),
    )?.definition;
    expect(read.size).toBeGreaterThan(1);
    for (const column of read) {
      expect(definition?.split(' ON ')[0]).toMatch(new RegExp(`\\b${column}\\b`));
      expect(definition?.split(' WHEN ')[1]).toMatch(new RegExp(`old\\.${column}\\b.*new\\.${column}\\b`));
    }
  });
});
