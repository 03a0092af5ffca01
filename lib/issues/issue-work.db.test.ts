import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { createIssue } from '@/lib/issues/create-issue';
import { findActivity } from '@/lib/issues/find-activity';
import { findEvidence } from '@/lib/issues/find-evidence';
import { findIssueFamily } from '@/lib/issues/find-family';
import { findIssueChoices, findUnrankedIssues } from '@/lib/issues/find-unranked-issues';
import { getIssue } from '@/lib/issues/get-issue';
import { addIssueLink, findIssueLinks, removeIssueLink } from '@/lib/issues/issue-links';
import { mergeIssue, undoMerge } from '@/lib/issues/merge-issues';
import { pinEvidence, unpinEvidence } from '@/lib/issues/pin-evidence';
import { findSavedViews, removeView, saveView } from '@/lib/issues/saved-views';
import { NOBODY } from '@/lib/issues/schema';
import { splitIssue } from '@/lib/issues/split-issue';
import { updateIssue, updateIssues } from '@/lib/issues/update-issue';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { splitTheme } from '@/lib/themes/steer-theme';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let memberId: string;

beforeEach(async () => {
  const { scope: owner } = await makeOwnedWorkspace();
  ({ scope, memberId } = await makeMember(owner, 'product_manager'));
});

const byHand = (title: string) => createIssue(scope, { title, notes: '', feedbackId: null });

async function say(text: string, accountId?: string): Promise<string> {
  const sourceId = await makeSource(scope, newId());
  const { id } = await makeStatement(scope, { sourceId, text, ...(accountId ? { accountId } : {}) });
  return id;
}

async function ofTheme(name: string, mergedIntoId?: string): Promise<{ id: string; themeId: string }> {
  const themeId = await makeTheme(scope, name, mergedIntoId ? { mergedIntoId } : {});
  const id = newId();
  await scope.run((db) =>
    db.issue.create({ data: { workspaceId: scope.workspaceId, id, themeId, title: name } }),
  );
  return { id, themeId };
}

const history = async (issueId: string) =>
  (await findActivity(scope, issueId, { page: 1, pageSize: 50 })).rows.map(({ action }) => action).reverse();

describe('an issue made by hand', () => {
  it('counts its pinned statements and accounts, and says who did what', async () => {
    const acme = await makeAccount(scope);
    const [first, second] = [await say('Slow', acme), await say('Very slow', acme)];
    const id = await createIssue(scope, { title: 'Speed', notes: '', feedbackId: first });
    await pinEvidence(scope, { issueId: id, feedbackId: second });
    await pinEvidence(scope, { issueId: id, feedbackId: second });
    expect(await findUnrankedIssues(scope, [])).toMatchObject([
      { issueId: id, title: 'Speed', isByHand: true, statements: 2, accounts: 1 },
    ]);
    expect(await findUnrankedIssues(scope, [id])).toEqual([]);
    const [latest] = await findEvidence(scope, id);
    await unpinEvidence(scope, latest?.evidenceId ?? '');
    expect((await findEvidence(scope, id)).map(({ text }) => text)).toEqual(['Slow']);
    const { rows, total } = await findActivity(scope, id, { page: 1, pageSize: 2 });
    expect(total).toBe(4);
    expect(rows).toMatchObject([
      { action: 'issue.evidence_unpinned', actorName: 'The product_manager' },
      { action: 'issue.evidence_pinned' },
    ]);
  });

  it('takes no statement or issue of another workspace', async () => {
    const { scope: other } = await makeOwnedWorkspace();
    const id = await byHand('Speed');
    const theirs = await createIssue(other, { title: 'Theirs', notes: '', feedbackId: null });
    await expect(pinEvidence(scope, { issueId: id, feedbackId: newId() })).rejects.toThrow(
      'no such statement',
    );
    await expect(pinEvidence(other, { issueId: id, feedbackId: newId() })).rejects.toThrow('no such issue');
    await expect(mergeIssue(scope, { issueId: id, intoId: theirs })).rejects.toThrow('no such issue');
  });
});

describe('merge and split', () => {
  it('a merge shows the evidence in both places, and undoing it gives all back', async () => {
    const [a, b, c] = [await byHand('A'), await byHand('B'), await byHand('C')];
    await pinEvidence(scope, { issueId: a, feedbackId: await say('Of A') });
    await mergeIssue(scope, { issueId: a, intoId: b });
    await mergeIssue(scope, { issueId: b, intoId: c });
    expect(await findEvidence(scope, c)).toMatchObject([{ text: 'Of A', viaTitle: 'A' }]);
    expect((await findUnrankedIssues(scope, [])).map(({ title, statements }) => [title, statements])).toEqual(
      [['C', 1]],
    );
    expect(await findIssueFamily(scope, { id: b, themeId: null })).toMatchObject({
      mergedInto: { title: 'C' },
      isMergedByTheme: false,
      mergedFrom: [{ title: 'A' }],
    });
    expect((await findIssueChoices(scope)).map(({ title }) => title)).toEqual(['C']);
    await undoMerge(scope, b);
    expect(await findEvidence(scope, c)).toEqual([]);
    expect(await findEvidence(scope, b)).toHaveLength(1);
    expect(await history(c)).toEqual(['issue.created', 'issue.merged', 'issue.merge_undone']);
    await expect(undoMerge(scope, b)).rejects.toThrow('no such merged issue');
  });

  it('cannot go in circles, nor into one that is merged away', async () => {
    const [a, b] = [await byHand('A'), await byHand('B')];
    const results = await Promise.allSettled([
      mergeIssue(scope, { issueId: a, intoId: b }),
      mergeIssue(scope, { issueId: b, intoId: a }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(mergeIssue(scope, { issueId: a, intoId: a })).rejects.toThrow('into itself');
  });

  it('an issue follows its theme', async () => {
    const whole = await ofTheme('Sync');
    const part = await ofTheme('CRM sync', whole.themeId);
    await pinEvidence(scope, { issueId: part.id, feedbackId: await say('Lost') });
    expect(await findIssueFamily(scope, part)).toMatchObject({
      mergedInto: { id: whole.id, title: 'Sync' },
      isMergedByTheme: true,
    });
    expect(await findIssueFamily(scope, whole)).toMatchObject({ mergedFrom: [{ id: part.id }] });
    expect(await findEvidence(scope, whole.id)).toMatchObject([{ text: 'Lost', viaTitle: 'CRM sync' }]);
    const hand = await byHand('By hand');
    await expect(mergeIssue(scope, { issueId: part.id, intoId: hand })).rejects.toThrow('follows its theme');
    await expect(mergeIssue(scope, { issueId: hand, intoId: part.id })).rejects.toThrow('Choose that one');
  });

  it('merging and splitting themes stands in the history of both issues, and so does undoing it', async () => {
    const [whole, part] = [await ofTheme('Sync'), await ofTheme('CRM sync')];
    const batch = await mergeThemes(scope, { themeIds: [part.themeId], intoId: whole.themeId });
    await undoDecisions(scope, batch ?? '');
    await splitTheme(scope, { themeId: whole.themeId, name: 'Sync of dates', includeTerms: ['date'] });
    const lines = async (issueId: string) =>
      (await findActivity(scope, issueId, { page: 1, pageSize: 9 })).rows.map(({ action, other }) => [
        action,
        other,
      ]);
    expect(await lines(part.id)).toEqual([
      ['theme.merge_undone', { name: 'Sync', isSubject: false }],
      ['theme.merged', { name: 'Sync', isSubject: false }],
    ]);
    expect(await lines(whole.id)).toEqual([
      ['theme.split', { name: 'Sync of dates', isSubject: true }],
      ['theme.merge_undone', { name: 'CRM sync', isSubject: true }],
      ['theme.merged', { name: 'CRM sync', isSubject: true }],
    ]);
    const hand = await byHand('By hand');
    await mergeIssue(scope, { issueId: hand, intoId: whole.id });
    expect((await lines(whole.id))[0]).toEqual(['issue.merged', { name: 'By hand', isSubject: true }]);
    expect((await lines(hand))[0]).toEqual(['issue.merged', { name: 'Sync', isSubject: false }]);
  });

  it('a split takes the chosen statements along and remembers where it came from', async () => {
    const a = await byHand('A');
    for (const text of ['Stays', 'Goes'])
      await pinEvidence(scope, { issueId: a, feedbackId: await say(text) });
    const goes = (await findEvidence(scope, a)).find(({ text }) => text === 'Goes');
    const split = { issueId: a, title: 'B', evidenceIds: [goes?.evidenceId ?? ''] };
    const b = await splitIssue(scope, split);
    expect((await findEvidence(scope, a)).map(({ text }) => text)).toEqual(['Stays']);
    expect((await findEvidence(scope, b)).map(({ text }) => text)).toEqual(['Goes']);
    expect(await findIssueFamily(scope, { id: b, themeId: null })).toMatchObject({ splitFrom: { id: a } });
    expect(await findIssueFamily(scope, { id: a, themeId: null })).toMatchObject({ splitOff: [{ id: b }] });
    await expect(splitIssue(scope, split)).rejects.toThrow('no longer pinned');
  });
});

describe('the same change of many', () => {
  it('changes all, each with its line in the history, and counts those that changed', async () => {
    const [a, b] = [await byHand('A'), await byHand('B')];
    const change = { issueIds: [a, b], status: 'planned' as const, owner: memberId, shippedAt: null };
    expect(await updateIssues(scope, change)).toBe(2);
    expect(await updateIssues(scope, change)).toBe(0);
    expect(await updateIssues(scope, { ...change, status: null, owner: NOBODY, issueIds: [a] })).toBe(1);
    expect(await findUnrankedIssues(scope, [])).toMatchObject([
      { title: 'B', status: 'planned', ownerId: memberId },
      { title: 'A', status: 'planned', ownerId: null },
    ]);
    const { rows } = await findActivity(scope, a, { page: 1, pageSize: 9 });
    expect(rows.map(({ details }) => details)).toMatchObject([
      { from: { ownerId: memberId }, to: { ownerId: null } },
      { from: { status: 'new', ownerId: null }, to: { status: 'planned', ownerId: memberId } },
      {},
    ]);
  });

  it('changes none where one is unknown', async () => {
    const a = await byHand('A');
    const change = { issueIds: [a, newId()], status: 'planned' as const, owner: null, shippedAt: null };
    await expect(updateIssues(scope, change)).rejects.toThrow('no such issue');
    expect(await findUnrankedIssues(scope, [])).toMatchObject([{ status: 'new' }]);
  });
});

describe('links', () => {
  it('are kept once, named by their host where nobody named them', async () => {
    const issueId = await byHand('A');
    const link = { issueId, url: 'https://design.example/a', label: '' };
    await addIssueLink(scope, link);
    await expect(addIssueLink(scope, link)).rejects.toThrow('here already');
    const [kept] = await findIssueLinks(scope, issueId);
    expect(kept).toMatchObject({ url: link.url, label: 'design.example' });
    await removeIssueLink(scope, kept?.id ?? '');
    expect(await findIssueLinks(scope, issueId)).toEqual([]);
    expect(await history(issueId)).toEqual(['issue.created', 'issue.link_added', 'issue.link_removed']);
  });
});

it('a saved view is its member’s own until it is shared, and only its member removes it', async () => {
  const { scope: other } = await makeMember(scope, 'viewer');
  await saveView(scope, {
    name: 'Mine',
    isShared: false,
    query: 'owner=me&plan=Team&status=planned&x=<script>',
  });
  expect(await findSavedViews(scope)).toMatchObject([
    { name: 'Mine', query: 'status=planned&owner=me&plan=Team', isMine: true },
  ]);
  expect(await findSavedViews(other)).toEqual([]);
  await expect(saveView(scope, { name: 'X', isShared: false, query: 'from=soon' })).rejects.toThrow(
    'cannot be read',
  );
  await saveView(scope, { name: 'Mine', isShared: true, query: 'weights=1:3:1' });
  const [shared] = await findSavedViews(other);
  expect(shared).toMatchObject({
    query: 'weights=1%3A3%3A1',
    isMine: false,
    memberName: 'The product_manager',
  });
  await expect(removeView(other, shared?.id ?? '')).rejects.toThrow('no such view of yours');
  await removeView(scope, shared?.id ?? '');
  expect(await findSavedViews(other)).toEqual([]);
});

describe('updateIssue', () => {
  it('keeps the decision and writes the trail without the notes', async () => {
    const issueId = await byHand('Sync');
    const notes = 'Call the customer';
    await updateIssue(scope, {
      issueId,
      status: 'shipped',
      ownerId: null,
      notes,
      shippedAt: '2026-10-05',
      effortDays: 2.5,
    });
    const { issue, ranked } = await getIssue(scope, issueId, PRIORITY_PRESETS.balanced);
    expect(issue).toMatchObject({
      status: 'shipped',
      notes,
      shippedAt: new Date('2026-10-05'),
      effortDays: 2.5,
    });
    expect(ranked).toBeNull();
    const trail = (await findActivity(scope, issueId, { page: 1, pageSize: 1 })).rows;
    expect(trail).toMatchObject([{ action: 'issue.updated', details: { notesChanged: true } }]);
    expect(JSON.stringify(trail)).not.toContain('Call');
  });

  it('forgets the day it shipped when it did not', async () => {
    const issueId = await byHand('Sync');
    await updateIssue(scope, {
      issueId,
      status: 'planned',
      ownerId: null,
      notes: '',
      shippedAt: '2026-10-05',
      effortDays: null,
    });
    expect((await getIssue(scope, issueId, PRIORITY_PRESETS.balanced)).issue.shippedAt).toBeNull();
  });

  it('refuses strangers: an owner who is no member, an issue of another workspace', async () => {
    const issueId = await byHand('Sync');
    const input = {
      issueId,
      status: 'new' as const,
      ownerId: newId(),
      notes: '',
      shippedAt: null,
      effortDays: null,
    };
    await expect(updateIssue(scope, input)).rejects.toThrow('no longer a member');
    const other = await makeWorkspace();
    await expect(updateIssue(other, { ...input, ownerId: null })).rejects.toThrow('no such issue');
    await expect(getIssue(other, issueId, PRIORITY_PRESETS.balanced)).rejects.toThrow('no such issue');
  });
});
