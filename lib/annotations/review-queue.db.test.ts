import { beforeEach, expect, it } from 'vitest';
import { findAssignments } from '@/lib/annotations/find-assignments';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { reassignThemes } from '@/lib/annotations/reassign-themes';
import { answerReview, findUnsure, takeBackReview } from '@/lib/annotations/review-queue';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { cancelReassignment, restartReassignment } from '@/lib/themes/cancel-reassignment';
import { saveThemeModel } from '@/lib/themes/commands';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { requestReassignment } from '@/lib/themes/request-reassignment';
import { steerTheme } from '@/lib/themes/steer-theme';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let login: string;
let billing: string;

/** A model that is never sure: a whole likeness is just below 0.5. */
beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  [login, billing] = [await makeTheme(scope, 'Login', 'login'), await makeTheme(scope, 'Billing', 'billing')];
  const found = (key: string, stem: string) => ({
    key,
    name: key,
    keywords: [],
    size: 1,
    centroid: [[stem, 1]] as [string, number][],
    exampleIds: [],
  });
  await saveThemeModel(scope, {
    version: 'test',
    vocabulary: { login: 1, invoic: 1 },
    themes: [found('login', 'login'), found('billing', 'invoic')],
    thresholds: { minConfidence: 0.1, confidenceWeights: [-7, 1.1, 0] },
    trainedOn: 1,
  });
  const sourceId = await makeSource(scope);
  for (const text of ['login again', 'login invoice invoice', 'nothing of it']) {
    await makeStatement(scope, { sourceId, spans: [{ text }] });
  }
  await assignAll();
});

async function assignAll() {
  await requestReassignment(scope, []);
  await reassignThemes(scope);
}

const themesOf = async (feedbackId: string) =>
  (await findFeedbackDetail(scope, feedbackId))?.spans.flatMap(({ themes }) =>
    themes.map(({ name }) => name),
  );
const placeOf = async (themeId: string) => {
  const found = (await findUnsure(scope, 10)).unsure.find((each) => each.themeId === themeId);
  if (!found) throw new Error('not in the queue');
  const { feedbackId, spanId, confidence } = found;
  return { feedbackId, spanId, themeId, confidence };
};

it('holds what the classifier is not sure of, the least sure first, and counts it', async () => {
  const { total, unsure } = await findUnsure(scope, 1);
  expect(total).toBe(2);
  expect(unsure).toHaveLength(1);
  for (const of of ['engine', 'unsure', 'review'] as const) {
    const { rows, total: listed } = await findAssignments(scope, { of }, { page: 1, pageSize: 10 });
    expect(rows).toHaveLength(listed);
    if (of !== 'engine') expect(listed).toBe(total);
    const days = { from: '2000-01-01', to: '2000-01-02' };
    expect((await findAssignments(scope, { of, ...days }, { page: 1, pageSize: 10 })).total).toBe(0);
  }
  const all = (await findUnsure(scope, 10)).unsure.map(({ confidence }) => confidence);
  expect(all).toEqual([...all].sort((a, b) => a - b));
});

it('yes and no leave the queue and hold; taking back brings what was there', async () => {
  const yes = await placeOf(login);
  const before = await findUnsure(scope, 10);
  await answerReview(scope, { ...yes, answer: 'yes' });
  expect((await findUnsure(scope, 10)).total).toBe(1);
  expect((await findFeedbackDetail(scope, yes.feedbackId))?.spans[0]?.themes).toMatchObject([
    { name: 'Login', isByPerson: true },
  ]);
  await takeBackReview(scope, { ...yes, answer: 'yes' });
  expect(await findUnsure(scope, 10)).toEqual(before);

  const no = await placeOf(billing);
  await answerReview(scope, { ...no, answer: 'no', insteadId: login });
  expect(await themesOf(no.feedbackId)).toEqual(['Login']);
  await assignAll();
  expect(await themesOf(no.feedbackId)).toEqual(['Login']);
  await takeBackReview(scope, { ...no, answer: 'no', insteadId: login });
  expect(await themesOf(no.feedbackId)).toEqual(['Billing']);
});

it('words of people are held against all comments by the job, with its progress on record', async () => {
  await steerTheme(scope, {
    themeId: billing,
    definition: '',
    includeTerms: ['nothing of it'],
    excludeTerms: ['login'],
    examples: [],
  });
  await reassignThemes(scope);
  const counts = await scope.run((db) =>
    db.themeAssignment.groupBy({ by: ['themeId'], _count: true, where: { maker: 'engine' } }),
  );
  expect(counts.find(({ themeId }) => themeId === billing)?._count).toBe(1);
  const runs = await scope.run((db) => db.themeReassignment.findMany({ orderBy: { requestedAt: 'asc' } }));
  expect(runs.at(-1)).toMatchObject({ total: 3, done: 3, finishedAt: expect.any(Date) });
  await reassignThemes(scope);
  expect(await scope.run((db) => db.themeReassignment.count())).toBe(runs.length);
});

it('a run that is cancelled leaves the rest as it was, and is done after all when asked again', async () => {
  const steer = (includeTerms: string[]) =>
    steerTheme(scope, { themeId: billing, definition: '', includeTerms, excludeTerms: [], examples: [] });
  const engineCount = () =>
    scope.run((db) => db.themeAssignment.count({ where: { themeId: billing, maker: 'engine' } }));
  const before = await engineCount();
  await steer(['nothing of it']);
  // What its words say was done with the edit itself.
  expect(await engineCount()).toBe(before + 1);
  await scope.run((db) => db.themeAssignment.deleteMany({ where: { themeId: billing, maker: 'engine' } }));
  await cancelReassignment(scope);
  await reassignThemes(scope);
  expect(await engineCount()).toBe(0);
  expect(await findReassignment(scope)).toMatchObject({ isCancelled: true, done: 0, changed: 1 });
  await expect(cancelReassignment(scope)).rejects.toMatchObject({ kind: 'conflict' });
  await restartReassignment(scope);
  expect(await findReassignment(scope)).toMatchObject({ isCancelled: false });
  await reassignThemes(scope);
  expect(await engineCount()).toBe(before + 1);
  expect(await findReassignment(scope)).toBeNull();
  await expect(restartReassignment(scope)).rejects.toMatchObject({ kind: 'conflict' });
});
