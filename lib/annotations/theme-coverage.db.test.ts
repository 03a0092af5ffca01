import { expect, it } from 'vitest';
import { addTheme, removeTheme } from '@/lib/annotations/correct-themes';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { computeAgreement, findThemeCoverage } from '@/lib/annotations/find-theme-coverage';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const days = { from: '2026-06-01', to: '2026-06-30' };

it('counts what the lists behind its figures hold, and agreement with people', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const [login, price, other] = [
    await makeTheme(scope, 'Login'),
    await makeTheme(scope, 'Price'),
    await makeTheme(scope, 'Other'),
  ];
  const say = (themeIds: string[][], kind: 'problem' | 'no_content' = 'problem', at = '2026-06-10') =>
    makeStatement(scope, {
      sourceId,
      at,
      kind,
      spans: themeIds.map((ids, index) => ({ text: `Part ${index}.`, themeIds: ids })),
    });
  const two = await say([[login], [price]]);
  const one = await say([[login]]);
  await say([[]]);
  await say([[]], 'no_content');
  await say([[login, price]], 'problem', '2026-05-01');
  await makeStatement(scope, { sourceId, at: '2026-06-12', sentiment: null });
  await scope.run((db) =>
    db.themeAssignment.updateMany({
      where: { workspaceId: scope.workspaceId, feedbackId: one.id },
      data: { confidence: 0.3 },
    }),
  );

  expect(await findThemeCoverage(scope, days)).toMatchObject({
    read: 4,
    noContent: 1,
    content: 3,
    tagged: 2,
    untagged: 1,
    themesPerComment: { mean: 1 },
    assignments: 3,
    unsure: 1,
    unsureComments: 1,
    agreement: null,
  });

  // On one comment a theme is taken off and another put on; the engine's other one stays.
  const { scope: member } = await makeMember(scope, 'cx_lead');
  const [first = '', second = ''] = two.spanIds;
  await removeTheme(member, { feedbackId: two.id, spanId: first, themeId: login });
  await addTheme(member, { feedbackId: two.id, spanId: first, themeId: other });
  const after = await findThemeCoverage(scope, days);
  expect(after.agreement).toMatchObject({
    comments: 1,
    engine: 2,
    people: 2,
    both: 1,
    dice: 0.5,
    interval: null,
  });

  // A person who says what the engine said agrees with it.
  const model = await scope.run((db) =>
    db.modelVersion.create({
      data: { workspaceId: scope.workspaceId, id: first, purpose: 'themes', name: 'test', version: '1' },
    }),
  );
  await scope.run((db) =>
    db.themeAssignment.updateMany({
      where: { workspaceId: scope.workspaceId, spanId: second },
      data: { modelVersionId: model.id },
    }),
  );
  await addTheme(member, { feedbackId: two.id, spanId: second, themeId: price });
  expect((await findThemeCoverage(scope, days)).agreement).toMatchObject({ engine: 2, people: 2, both: 1 });

  const lists: [FeedbackFilter, number][] = [
    [{ tagged: '1' }, after.tagged],
    [{ untagged: '1' }, after.untagged],
    [{ read: 'any' }, after.read],
    [{ read: 'content' }, after.content],
    [{ kind: 'no_content' }, after.noContent],
    [{ unsure: '1' }, after.unsureComments],
    [{ corrected: '1' }, 1],
  ];
  for (const [filter, count] of lists) expect(await countFeedback(scope, { ...filter, ...days })).toBe(count);
});

it('says nothing of agreement where nobody corrected anything', () => {
  expect(computeAgreement([])).toBeNull();
  const agreement = computeAgreement([
    { engine: 2, people: 2, both: 2 },
    { engine: 1, people: 0, both: 0 },
  ]);
  expect(agreement?.dice).toBeCloseTo(0.8, 12);
  expect(agreement?.interval).not.toBeNull();
});
