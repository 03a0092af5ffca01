import { beforeEach, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import { reassignThemes } from '@/lib/annotations/reassign-themes';
import type { Scope } from '@/lib/db/scope';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { plantedSegments } from '@/lib/nlp/themes/testing/planted-segments';
import { acceptProposal, declineProposal, reopenProposal } from '@/lib/themes/decide-proposal';
import { countOpenProposals, findProposals } from '@/lib/themes/find-proposals';
import { markThemes } from '@/lib/themes/mark-themes';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { renameTheme } from '@/lib/themes/rename-theme';
import { steerTheme } from '@/lib/themes/steer-theme';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
const planted = plantedSegments(40, 7).map(({ segment }) => segment.text);
const elevators = Array.from(
  { length: 24 },
  (_, index) =>
    `The ${['old', 'glass', 'second', 'freight'][index % 4]} elevator ${['stops', 'gets stuck', 'halts'][index % 3]} between floors ${index}`,
);

async function read(texts: readonly string[], at = '2026-03-01T10:00:00Z'): Promise<void> {
  const sourceId = await makeSource(scope, texts[0] ?? '');
  const inputs = texts.map((text, index) => ({
    sourceId,
    externalId: String(index),
    channel: 'ticket' as const,
    text,
    occurredAt: new Date(at),
  }));
  await annotateFeedback(scope, [...(await recordFeedback(scope, inputs)).values()]);
}

/** All that the taxonomy says: themes, and which comment has which. */
const snapshot = () =>
  scope.run(async (db) => ({
    themes: await db.theme.findMany({
      where: { withdrawnAt: null },
      orderBy: { id: 'asc' },
      omit: { steeredAt: true },
    }),
    assignments: await db.themeAssignment.findMany({
      where: { theme: { withdrawnAt: null } },
      select: { themeId: true, spanId: true },
      orderBy: [{ spanId: 'asc' }, { themeId: 'asc' }],
    }),
  }));
const open = async () => (await findProposals(scope, { decided: false, page: 1, size: 50 })).proposals;

beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  await read(planted.slice(0, 150));
  await discoverThemes(scope);
});

it('the first look makes the themes; the next one over the same feedback proposes nothing', async () => {
  const before = await snapshot();
  expect(before.themes.length).toBeGreaterThanOrEqual(3);
  await discoverThemes(scope, { force: true });
  expect(await open()).toEqual([]);
  expect(await snapshot()).toEqual(before);
});

it('what is new is proposed with its evidence, and changes nothing until it is accepted; that can be undone', async () => {
  await read(elevators);
  const before = await snapshot();
  await discoverThemes(scope, { force: true });
  expect(await snapshot()).toEqual(before);
  const proposal = (await open()).find(({ kind }) => kind === 'new_theme');
  expect(proposal?.found?.keywords.join(' ')).toMatch(/elevator/);
  expect(proposal?.evidence.found).toBeGreaterThanOrEqual(20);
  expect(proposal?.evidence.quotes).toHaveLength(3);
  expect(proposal?.evidence.quotes.every(({ quote }) => quote.includes('elevator'))).toBe(true);

  const batch = await acceptProposal(scope, { proposalId: proposal?.id ?? '', name: 'Elevators' });
  await reassignThemes(scope);
  const accepted = await snapshot();
  const elevator = accepted.themes.find(({ name }) => name === 'Elevators');
  expect(
    accepted.assignments.filter(({ themeId }) => themeId === elevator?.id).length,
  ).toBeGreaterThanOrEqual(20);
  await expect(acceptProposal(scope, { proposalId: proposal?.id ?? '' })).rejects.toMatchObject({
    kind: 'conflict',
  });

  await undoDecisions(scope, batch ?? '');
  await reassignThemes(scope);
  expect(await snapshot()).toEqual(before);
  expect((await open()).map(({ id }) => id)).toContain(proposal?.id);
});

it('what was declined is not proposed again; what nobody decided is replaced', async () => {
  await read(elevators);
  await discoverThemes(scope, { force: true });
  const [first] = await open();
  await discoverThemes(scope, { force: true });
  const [second] = await open();
  expect(second?.id).not.toBe(first?.id);
  await declineProposal(scope, second?.id ?? '');
  await discoverThemes(scope, { force: true });
  expect(await countOpenProposals(scope)).toBe(0);
  await expect(declineProposal(scope, second?.id ?? '')).rejects.toMatchObject({ kind: 'conflict' });
  await reopenProposal(scope, second?.id ?? '');
  expect((await open()).map(({ id }) => id)).toEqual([second?.id]);
});

it('later looks over more feedback lose no word of people', async () => {
  const [first, second, third, fourth] = (await snapshot()).themes;
  if (!first || !second || !third) throw new Error('too few themes');
  await renameTheme(scope, { themeId: first.id, name: 'My name' });
  await mergeThemes(scope, { themeIds: [second.id], intoId: first.id });
  await markThemes(scope, { themeIds: [third.id], mark: 'lock', on: true });
  if (fourth) {
    await steerTheme(scope, {
      themeId: fourth.id,
      definition: 'Mine',
      includeTerms: ['floor'],
      excludeTerms: ['roof'],
      examples: [],
    });
  }
  const edited = (await snapshot()).themes;
  await read(elevators);
  for (let run = 0; run < 4; run++) await discoverThemes(scope, { force: true });
  expect((await snapshot()).themes).toEqual(edited);
  expect((await open()).every(({ theme }) => theme?.id !== third.id)).toBe(true);
}, 120_000);

it('a theme that nobody speaks of any more is proposed to be set aside, and comes back when undone', async () => {
  const [worked] = (await snapshot()).themes;
  await renameTheme(scope, { themeId: worked?.id ?? '', name: 'Ours' });
  await read(elevators, '2026-06-20T10:00:00Z');
  await read(
    planted.slice(0, 150).map((text) => `${text} again`),
    '2026-05-15T10:00:00Z',
  );
  await discoverThemes(scope, { force: true });
  const quiet = (await open()).find(({ kind }) => kind === 'quiet');
  expect(quiet?.evidence.today).toBeGreaterThanOrEqual(12);
  const batch = await acceptProposal(scope, { proposalId: quiet?.id ?? '' });
  const theme = async () => (await snapshot()).themes.find(({ id }) => id === quiet?.theme?.id);
  expect((await theme())?.excludedAt).not.toBeNull();
  await undoDecisions(scope, batch ?? '');
  expect((await theme())?.excludedAt).toBeNull();
});
