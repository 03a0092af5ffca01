import { beforeEach, expect, it } from 'vitest';
import { cancelDiscovery } from '@/lib/annotations/cancel-discovery';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import { findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { lookForThemes } from '@/lib/annotations/look-for-themes';
import { beginLook, giveUpLook } from '@/lib/annotations/theme-look';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import type { EnginePool } from '@/lib/nlp/engine-pool';
import { discoverThemes as findThemes } from '@/lib/nlp/themes/discover';
import { plantedSegments } from '@/lib/nlp/themes/testing/planted-segments';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;

beforeEach(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  const sourceId = await makeSource(scope);
  for (const { segment } of plantedSegments(20, 7).slice(0, 60)) {
    await makeStatement(scope, { sourceId, spans: [{ text: segment.text }] });
  }
});

const engineOf =
  (discover: EnginePool['discoverThemes']) => async (): Promise<Pick<EnginePool, 'discoverThemes'>> => ({
    discoverThemes: discover,
  });

const finds: EnginePool['discoverThemes'] = async (segments) => findThemes(segments);

const kept = () =>
  scope.run(async (db) => ({
    themes: await db.theme.count(),
    models: await db.modelVersion.count({ where: { purpose: 'themes' } }),
    assignments: await db.themeAssignment.count(),
    first: await db.themeFirstAssignment.count(),
  }));
const NOTHING = { themes: 0, models: 0, assignments: 0, first: 0 };

it('says how far it is, ends when it is stopped, and leaves nothing', async () => {
  await lookForThemes(scope);
  expect(await findThemeDiscovery(scope)).toMatchObject({ step: 'themes', look: null });
  const looking = discoverThemes(scope, {
    openEngine: engineOf(async (segments, onProgress, signal) => {
      onProgress?.({ step: 'neighbours', done: 40, total: segments.length });
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    }),
  });
  await expect
    .poll(async () => (await findThemeDiscovery(scope)).look, { timeout: 10_000 })
    .toEqual({ step: 'neighbours', done: 40, total: 60 });
  await cancelDiscovery(scope);
  await looking;
  expect(await kept()).toEqual(NOTHING);
  expect(await findThemeDiscovery(scope)).toMatchObject({ look: null, broken: 'cancelled', lastRunAt: null });
  expect(await findAuditActions(scope)).toContain('themes.discovery_cancelled');
  // It is not begun by itself again, but when somebody asks.
  const fails = engineOf(() => Promise.reject(new Error('It was not to look.')));
  await discoverThemes(scope, { openEngine: fails });
  await discoverThemes(scope, { force: true, openEngine: engineOf(finds) });
  expect(await findThemeDiscovery(scope)).toMatchObject({ broken: null, lastRunAt: expect.any(Date) });
  expect((await kept()).assignments).toBeGreaterThan(0);
});

it('leaves nothing either when it is stopped while comments are assigned', async () => {
  await discoverThemes(scope, {
    openEngine: engineOf(async (segments) => {
      await cancelDiscovery(scope);
      return findThemes(segments);
    }),
  });
  expect(await kept()).toEqual(NOTHING);
  await expect(cancelDiscovery(scope)).rejects.toMatchObject({ kind: 'conflict' });
});

it('can be stopped before it has begun', async () => {
  await lookForThemes(scope);
  await cancelDiscovery(scope);
  await discoverThemes(scope, {
    openEngine: engineOf(() => Promise.reject(new Error('It was not to look.'))),
  });
  expect(await kept()).toEqual(NOTHING);
});

it('is begun again where its worker died, once, and says so when it fails for good', async () => {
  const runId = await beginLook(scope, 60, true);
  await discoverThemes(scope, { openEngine: engineOf(finds) });
  const runs = await scope.run((db) => db.themeDiscoveryRun.findMany());
  expect(runs).toMatchObject([{ id: runId, status: 'finished' }]);
  await beginLook(scope, 60, true);
  await giveUpLook(scope);
  expect((await findThemeDiscovery(scope)).broken).toBe('failed');
});
