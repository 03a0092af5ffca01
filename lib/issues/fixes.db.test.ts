import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';
import { findAchievements } from '@/lib/issues/find-achievements';
import { findHoldOut, findHoldOutMonths } from '@/lib/issues/find-hold-out';
import { findMoneyParts } from '@/lib/issues/find-money-parts';
import { setFirstPart } from '@/lib/issues/first-part';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const now = new Date('2026-07-01');
let scope: Scope;
let sourceId: string;
let slow: string;
let dear: string;
let issueId: string;

const day = (offset: number) => new Date(Date.UTC(2026, 3, 1 + offset)).toISOString();

/** Twelve accounts that complain of two themes before April; of `slow` hardly any does so afterwards. */
beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  sourceId = await makeSource(scope);
  slow = await makeTopic(scope, 'Slow');
  dear = await makeTopic(scope, 'Dear');
  issueId = newId();
  await scope.run((db) =>
    db.issue.create({
      data: { workspaceId: scope.workspaceId, id: issueId, themeId: slow, title: 'Slow' },
    }),
  );
  for (let number = 0; number < 12; number++) {
    const accountId = await makeCustomer(scope, {
      name: `Firm ${number}`,
      externalId: `F-${number}`,
      plan: number < 6 ? 'Team' : 'Basic',
    });
    const say = (themeId: string, offset: number) =>
      makeSaid(scope, { sourceId, accountId, at: day(offset), themeId });
    await say(slow, -20 - number);
    await say(slow, -50 - number);
    await say(dear, -20 - number);
    await say(dear, 10 + number);
    if (number >= 6) await say(slow, 10);
    if (number === 0) await say(dear, 75);
    if (number === 0) await say(dear, -100);
  }
});

const ship = (shippedAt: string) =>
  scope.run((db) =>
    db.issue.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: issueId } },
      data: { status: 'shipped', shippedAt: new Date(shippedAt) },
    }),
  );

it('measures what shipped, against the themes that nobody fixed', async () => {
  expect(await findAchievements(scope, now)).toMatchObject({
    rows: [],
    withoutTheme: 0,
    money: null,
    points: null,
  });
  await ship('2026-04-01');
  const found = await findAchievements(scope, now);
  const [row] = found?.rows ?? [];
  expect(row).toMatchObject({ issueId, title: 'Slow', points: null, money: null });
  // 24 account-months with a complaint in the three before, 6 in the two after; of the other theme 13 and 13.
  expect(row?.result.effect?.before).toEqual({ activeMonths: 36, complainingMonths: 24 });
  expect(row?.result.effect?.after).toEqual({ activeMonths: 24, complainingMonths: 6 });
  expect(row?.result.effect?.againstUntouched?.ratio).toBeLessThan(0.5);
});

it('opens the accounts that the money of a fix is the sum of', async () => {
  await ship('2026-04-01');
  // The accounts pay in it.
  await scope.run((db) =>
    db.workspace.update({ where: { id: scope.workspaceId }, data: { currency: 'USD' } }),
  );
  // Whom base rates are learned from: one of those without the problem left.
  await makeCustomer(scope, { name: 'Gone', churnedAt: '2026-05-20' });
  for (const name of ['Quiet', 'Silent', 'Still']) await makeCustomer(scope, { name });
  const poor = await makeCustomer(scope, { name: 'Poor', arrCents: null });
  await makeSaid(scope, { sourceId, accountId: poor, at: day(-10), themeId: slow });
  await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[slow, []]]), linked: [slow] });
  const found = await findAchievements(scope, now);
  const ask = (fixId?: string, page = 1) => findMoneyParts(scope, { fixId, page, pageSize: 10 }, now);
  const parts = await ask();
  // The twelve whose ARR is known, and no other.
  expect(found?.money).toMatchObject({ accounts: 12, fixes: 1 });
  expect(parts).toMatchObject({ total: 12, fixes: 1, withoutArr: 1, cents: found?.money?.value });
  const all = [...(parts?.rows ?? []), ...((await ask(issueId, 2))?.rows ?? [])];
  expect(new Set(all.map(({ name }) => name)).size).toBe(12);
  expect(all.every(({ name, fix }) => name.startsWith('Firm') && fix.title === 'Slow')).toBe(true);
  const sum = all.reduce((cents, row) => cents + row.arrCents * row.lostShare * row.fall, 0);
  expect(sum).toBeCloseTo(found?.money?.value ?? 0, 4);
  expect(sum).toBeGreaterThan(0);
  expect(await ask(newId())).toMatchObject({ total: 0, cents: 0, rows: [] });
});

it('compares those who got it first with those who had to wait', async () => {
  expect(await findHoldOut(scope, issueId, now)).toBeNull();
  const form = {
    issueId,
    firstOn: '2026-04-01',
    kind: 'plan',
    plan: 'Team',
    segment: '',
    accounts: '',
  } as const;
  await setFirstPart(scope, form);
  const found = await findHoldOut(scope, issueId, now);
  expect(found).toMatchObject({ accounts: 6, part: { kind: 'plan', value: 'Team' } });
  expect(found?.result?.effect).toMatchObject({
    ...{ firstAccounts: 6, otherAccounts: 6 },
    first: { before: { complainingMonths: 12 }, after: { complainingMonths: 0 } },
    others: { before: { complainingMonths: 12 }, after: { complainingMonths: 6 } },
    ratio: { ratio: 0 },
  });
  const others = { isFirst: false, isAfter: null, onlyComplaining: true, page: 1, pageSize: 5 };
  expect(await findHoldOutMonths(scope, issueId, others, now)).toMatchObject({ total: 18, accounts: 6 });
  const later = await findHoldOutMonths(scope, issueId, { ...others, isAfter: true, page: 2 }, now);
  expect(later).toMatchObject({ total: 6, rows: [{ hasComplained: true }] });
  await setFirstPart(scope, { ...form, kind: 'accounts', accounts: 'F-1\nFirm 2\n\nF-1\n' });
  expect(await findHoldOut(scope, issueId, now)).toMatchObject({ accounts: 2 });
  await setFirstPart(scope, { ...form, firstOn: '' });
  expect(await findHoldOut(scope, issueId, now)).toBeNull();
});

it('takes no account it does not know or cannot tell, nor a day after it shipped for all', async () => {
  const form = {
    issueId,
    firstOn: '2026-04-01',
    kind: 'accounts',
    plan: '',
    segment: '',
    accounts: 'F-99',
  } as const;
  await expect(setFirstPart(scope, form)).rejects.toThrow('no account with the name or id “F-99”');
  await makeCustomer(scope, { name: 'Firm 2' });
  await expect(setFirstPart(scope, { ...form, accounts: 'Firm 2' })).rejects.toThrow('2 accounts called');
  await ship('2026-04-01');
  await expect(setFirstPart(scope, { ...form, accounts: 'F-1' })).rejects.toThrow(
    'before the day it shipped',
  );
  await expect(setFirstPart(scope, { ...form, issueId: newId() })).rejects.toThrow('no such issue');
  const { scope: other } = await makeOwnedWorkspace();
  await expect(setFirstPart(other, form)).rejects.toThrow('no such issue');
});
