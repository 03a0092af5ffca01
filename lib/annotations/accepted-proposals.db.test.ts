import { beforeEach, expect, it } from 'vitest';
import { reassignThemes } from '@/lib/annotations/reassign-themes';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { saveThemeModel } from '@/lib/themes/commands';
import { acceptProposal } from '@/lib/themes/decide-proposal';
import { findProposals } from '@/lib/themes/find-proposals';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { requestReassignment } from '@/lib/themes/request-reassignment';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let login: string;

const found = (key: string, ...stems: string[]) => ({
  key,
  name: key,
  keywords: stems,
  size: 1,
  centroid: stems.map((stem): [string, number] => [stem, 1 / Math.sqrt(stems.length)]),
  exampleIds: [],
});

beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  login = await makeTheme(scope, 'Login', 'login');
  await saveThemeModel(scope, {
    version: 'test',
    vocabulary: { login: 1, sso: 1, invoic: 1 },
    themes: [found('login', 'login', 'sso')],
    thresholds: { minConfidence: 0.5, confidenceWeights: [-2, 8, 0] },
    trainedOn: 1,
  });
  const sourceId = await makeSource(scope);
  for (const text of ['the login', 'the sso', 'the password']) {
    await makeStatement(scope, { sourceId, spans: [{ text }] });
  }
  await requestReassignment(scope, []);
  await reassignThemes(scope);
});

/** A proposal as a discovery would have written it. */
async function propose(kind: 'split' | 'growth', theme: ReturnType<typeof found>): Promise<string> {
  const { workspaceId } = scope;
  const [id, runId] = [newId(), newId()];
  await scope.run(async (db) => {
    await db.themeDiscoveryRun.create({ data: { workspaceId, id: runId, spans: 3, status: 'finished' } });
    await db.themeProposal.create({
      data: {
        workspaceId,
        id,
        runId,
        kind,
        themeId: login,
        candidate: { theme, vocabulary: Object.fromEntries(theme.keywords.map((word) => [word, 1])) },
        evidence: { looked: 3, found: 1, today: 2, untagged: 0, overlap: [], quotes: [] },
      },
    });
  });
  return id;
}

/** Sentences by the theme that counts for them. */
async function assigned(): Promise<string[]> {
  const rows = await scope.run((db) =>
    db.themeAssignment.findMany({
      include: { feedback: true, theme: { include: { mergedInto: true } } },
      orderBy: { feedback: { text: 'asc' } },
    }),
  );
  return rows.map(({ feedback, theme }) => `${feedback.text}: ${theme.mergedInto?.name ?? theme.name}`);
}

it('an accepted split stands under its theme and takes its sentences; undone, they are the theme’s again at once', async () => {
  const before = await assigned();
  expect(before).toEqual(['the login: Login', 'the sso: Login']);
  const proposalId = await propose('split', { ...found('sso', 'sso'), name: 'login' });
  const { proposals } = await findProposals(scope, { decided: false, page: 1, size: 5 });
  expect(proposals[0]?.found?.name).toBe('login: sso');
  const batch = await acceptProposal(scope, { proposalId, name: 'Single sign-on' });
  await reassignThemes(scope);
  expect(await assigned()).toEqual(['the login: Login', 'the sso: Single sign-on']);
  const { proposals: decided } = await findProposals(scope, { decided: true, page: 1, size: 5 });
  expect(decided.map(({ theme }) => theme?.name)).toEqual(['Login']);
  const part = await scope.run((db) => db.theme.findFirstOrThrow({ where: { name: 'Single sign-on' } }));
  expect(part).toMatchObject({ parentId: login, splitFromId: login });
  await undoDecisions(scope, batch ?? '');
  expect(await assigned()).toEqual(before);
  await reassignThemes(scope);
  expect(await assigned()).toEqual(before);
  const { proposals: open } = await findProposals(scope, { decided: false, page: 1, size: 5 });
  expect(open.map(({ theme }) => theme?.name)).toEqual(['Login']);
  const again = await acceptProposal(scope, { proposalId, name: 'SSO' });
  await undoDecisions(scope, again ?? '');
});

it('an accepted growth teaches a theme its new words; undone, it has its old ones', async () => {
  const before = await assigned();
  const proposalId = await propose('growth', found('login', 'login', 'sso', 'password'));
  const batch = await acceptProposal(scope, { proposalId });
  await reassignThemes(scope);
  expect(await assigned()).toEqual(['the login: Login', 'the password: Login', 'the sso: Login']);
  const { proposals } = await findProposals(scope, { decided: true, page: 1, size: 5 });
  expect(proposals).toMatchObject([{ id: proposalId, status: 'accepted', batchId: batch }]);
  await undoDecisions(scope, batch ?? '');
  await reassignThemes(scope);
  expect(await assigned()).toEqual(before);
});
