import { beforeEach, describe, expect, it } from 'vitest';
import { statementsOf } from '@/lib/alerts/alert-rows';
import { answerAlert } from '@/lib/alerts/answer-alert';
import { evaluateAlerts } from '@/lib/alerts/evaluate-alerts';
import { evaluateWhenSettled } from '@/lib/alerts/evaluate-when-settled';
import { countAlerts, findAlertPage, getAlert } from '@/lib/alerts/find-alerts';
import { findFirstQuotes } from '@/lib/alerts/find-first-quotes';
import { findRules } from '@/lib/alerts/find-rules';
import { saveRule } from '@/lib/alerts/save-rule';
import { type AlertDetails, ruleSchemas } from '@/lib/alerts/schema';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { addDays } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { enqueue } from '@/lib/jobs/queue';
import { parseCursor } from '@/lib/responses/keyset-page';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const FIRST = '2026-03-01';
const LAST = '2026-06-08';

let scope: Scope;
let sourceId: string;
let theme: string;

beforeEach(async () => {
  scope = await makeWorkspace();
  sourceId = await makeSource(scope);
  theme = await makeTheme(scope, 'Login fails');
});

function complain(day: string, themeIds: string[], hour = 12) {
  return makeStatement(scope, {
    sourceId,
    at: `${day}T${String(hour).padStart(2, '0')}:00:00Z`,
    sentiment: 'negative',
    kind: 'problem',
    spans: [{ text: 'It fails again.', themeIds }],
  });
}

/** A complaint every fourth day from the first to the day before the last. */
async function makePast(themeIds: string[]) {
  for (let day = FIRST; day < LAST; day = addDays(day, 4)) await complain(day, themeIds);
}

async function alerts() {
  return (await findAlertPage(scope, {}, null)).rows;
}

describe('a theme that surges', () => {
  it('is found on its day with counts, expectation and its first quotes, once', async () => {
    await makePast([theme]);
    const first = await complain(LAST, [theme], 8);
    for (let hour = 9; hour < 14; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    await evaluateAlerts(scope);
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'theme_surge',
      themeName: 'Login fails',
      day: LAST,
      count: 6,
      state: 'open',
    });
    expect(alert?.expected).toBeLessThan(1);
    expect(alert?.qValue).toBeLessThan(0.05);
    expect(alert?.quoteIds).toHaveLength(3);
    const quotes = await findFirstQuotes(scope, alert?.quoteIds ?? [], theme);
    expect(quotes[0]).toMatchObject({ feedbackId: first.id, text: 'It fails again.', start: 0, end: 15 });
    const details = alert?.details as AlertDetails & { method: 'ears_c2' };
    expect(await countFeedback(scope, statementsOf(theme, details.days))).toBe(6);
    expect((await findRules(scope)).theme_surge.judgedTo).toBe(LAST);
  });

  it('takes newer counts while its day fills, and is the same alert on the days after', async () => {
    await makePast([theme]);
    for (let hour = 8; hour < 13; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    for (let hour = 13; hour < 16; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    expect((await alerts())[0]).toMatchObject({ day: LAST, count: 8 });
    const next = addDays(LAST, 1);
    for (let hour = 1; hour < 13; hour++) await complain(next, [theme], hour);
    await evaluateAlerts(scope);
    expect(await alerts()).toHaveLength(1);
    expect((await alerts())[0]).toMatchObject({ day: LAST, lastDay: next, count: 8 });
  });

  it('stays quiet about one that a person dismissed, and keeps who and when', async () => {
    await makePast([theme]);
    for (let hour = 8; hour < 14; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    const { scope: member } = await makeMember(scope, 'cx_lead');
    const [{ id } = { id: '' }] = await alerts();
    await answerAlert(member, { alertId: id, state: 'dismissed' });
    for (let hour = 14; hour < 20; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    expect(await getAlert(scope, id)).toMatchObject({
      state: 'dismissed',
      count: 6,
      decidedBy: expect.any(String),
    });
    expect(await countAlerts(scope, {})).toBe(1);
    expect(await countAlerts(scope, { state: 'open' })).toBe(0);
    await answerAlert(member, { alertId: id, state: 'open' });
    expect(await getAlert(scope, id)).toMatchObject({ state: 'open', decidedAt: null, decidedBy: null });
  });

  it('belongs to the theme it was merged into', async () => {
    await makePast([theme]);
    for (let hour = 8; hour < 14; hour++) await complain(LAST, [theme], hour);
    await evaluateAlerts(scope);
    const head = await makeTheme(scope, 'Sign-in');
    await scope.run((db) =>
      db.theme.updateMany({
        where: { workspaceId: scope.workspaceId, id: theme },
        data: { mergedIntoId: head },
      }),
    );
    const { rows } = await findAlertPage(scope, { theme: head }, null);
    expect(rows).toMatchObject([{ themeId: head, themeName: 'Sign-in' }]);
    expect(await countAlerts(scope, { theme: head })).toBe(1);
  });

  it('is listed by strength, page by page', async () => {
    const louder = await makeTheme(scope, 'App crashes');
    await makePast([theme, louder]);
    for (let hour = 8; hour < 20; hour++) {
      await complain(LAST, hour < 14 ? [theme, louder] : [louder], hour);
    }
    await evaluateAlerts(scope);
    const filter = { order: 'strength' } as const;
    const first = await findAlertPage(scope, filter, null, 1);
    const second = await findAlertPage(scope, filter, parseCursor(first.older ?? ''), 1);
    expect([...first.rows, ...second.rows].map(({ themeName }) => themeName)).toEqual([
      'App crashes',
      'Login fails',
    ]);
    expect(second.older).toBeNull();
  });

  it('waits until everything is read', async () => {
    await makePast([theme]);
    for (let hour = 8; hour < 14; hour++) await complain(LAST, [theme], hour);
    await makeStatement(scope, { sourceId, at: `${LAST}T20:00:00Z`, sentiment: null });
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
  });
});

describe('a theme without a past', () => {
  it('is new from the third statement on, and says that it has no history', async () => {
    await makePast([await makeTheme(scope, 'Other')]);
    await complain(addDays(LAST, -3), [theme]);
    await complain(LAST, [theme], 9);
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
    await complain(LAST, [theme], 10);
    await evaluateAlerts(scope);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ kind: 'new_theme', count: 3, expected: null, pValue: null, qValue: null });
    expect(alert?.details).toMatchObject({ countBefore: 0, days: { from: addDays(LAST, -3), to: LAST } });
  });

  it('is held against all of its past: a seldom one comes back, of an often told one three are no news', async () => {
    const often = await makeTheme(scope, 'Often');
    await makePast([await makeTheme(scope, 'Other')]);
    await complain(addDays(LAST, -45), [theme]);
    for (let day = 50; day < 90; day++) await complain(addDays(LAST, -day), [often]);
    for (let hour = 9; hour < 12; hour++) await complain(LAST, [theme, often], hour);
    await evaluateAlerts(scope);
    const found = await alerts();
    expect(found.map(({ themeId, kind }) => [themeId, kind])).toEqual([[theme, 'new_theme']]);
    expect(found[0]?.expected).toBeGreaterThan(0);
    expect(found[0]?.pValue).toBeLessThan(0.01);
  });

  it('is not called new where records are too young to know', async () => {
    for (let hour = 8; hour < 14; hour++) await complain(FIRST, [theme], hour);
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
  });
});

it('finds a surge of comments that have no theme', async () => {
  await makePast([]);
  for (let hour = 8; hour < 14; hour++) await complain(LAST, [], hour);
  await evaluateAlerts(scope);
  expect(await alerts()).toMatchObject([{ subject: 'untagged', themeId: null, count: 6 }]);
  const filter = statementsOf('untagged', { from: LAST, to: LAST });
  expect(await countFeedback(scope, filter)).toBe(6);
});

describe('a score that changes', () => {
  async function answers(day: string, scores: number[]) {
    for (const score of scores)
      await makeAnswer(scope, {
        sourceId,
        score,
        at: `${day}T10:00:00Z`,
        contactId: await makeContact(scope),
      });
  }

  it('is an alert from enough answers on, once', async () => {
    await answers(FIRST, [9]);
    await answers(addDays(LAST, -40), new Array(30).fill(10));
    await answers(LAST, new Array(29).fill(2));
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
    await answers(LAST, [2]);
    await evaluateAlerts(scope);
    await evaluateAlerts(scope);
    const found = await alerts();
    expect(found).toMatchObject([{ kind: 'score_change', subject: 'nps', count: null }]);
    expect(found[0]?.details).toMatchObject({ value: -100, valueBefore: 100, answers: 30, change: -200 });
  });
});

describe('a rule', () => {
  it('holds from its change on, keeps the old values in the audit trail, and can be off', async () => {
    await makePast([theme]);
    for (let hour = 8; hour < 14; hour++) await complain(LAST, [theme], hour);
    const { scope: member } = await makeMember(scope, 'admin');
    const strict = { ...ruleSchemas.theme_surge.parse({}), minimumCount: 10 };
    await saveRule(member, { kind: 'theme_surge', isEnabled: true, ...strict });
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
    await saveRule(member, { kind: 'theme_surge', isEnabled: false, ...strict, minimumCount: 3 });
    await evaluateAlerts(scope);
    expect(await alerts()).toEqual([]);
    await saveRule(member, { kind: 'theme_surge', isEnabled: true, ...strict, minimumCount: 3 });
    await evaluateAlerts(scope);
    expect(await alerts()).toHaveLength(1);
    const trail = await scope.run((db) =>
      db.auditEntry.findMany({ where: { workspaceId: scope.workspaceId, action: 'alert.rule_changed' } }),
    );
    expect(trail).toHaveLength(3);
  });

  it('is changed by those who may', async () => {
    const { scope: viewer } = await makeMember(scope, 'viewer');
    const rule = { kind: 'new_theme', isEnabled: false, quietDays: 30, minimumCount: 3 } as const;
    await expect(saveRule(viewer, rule)).rejects.toThrow(/It takes/);
    await expect(answerAlert(viewer, { alertId: newId(), state: 'dismissed' })).rejects.toThrow(/It takes/);
    const { scope: admin } = await makeMember(scope, 'admin');
    await expect(answerAlert(admin, { alertId: newId(), state: 'dismissed' })).rejects.toThrow(
      /no such alert/,
    );
  });
});

it('waits for the first themes of what was read, and asks again', async () => {
  const fresh = await makeWorkspace();
  const source = await makeSource(fresh);
  for (let day = FIRST; day < LAST; day = addDays(day, 4)) await makeBare(fresh, source, `${day}T08:00:00Z`);
  for (let hour = 8; hour < 14; hour++) {
    await makeBare(fresh, source, `${LAST}T${String(hour).padStart(2, '0')}:00:00Z`);
  }
  await enqueue(fresh, 'annotations.themes', {});
  await evaluateWhenSettled(fresh);
  expect((await findAlertPage(fresh, {}, null)).rows).toEqual([]);
  expect(await findOpenJob(fresh, 'alerts.evaluate')).toBeTruthy();
  await makeTheme(fresh, 'Login fails');
  await evaluateWhenSettled(fresh);
  expect((await findAlertPage(fresh, {}, null)).rows).toHaveLength(1);
});

/** A complaint that has no theme. */
function makeBare(scope: Scope, sourceId: string, at: string) {
  return makeStatement(scope, {
    sourceId,
    at,
    sentiment: 'negative',
    kind: 'problem',
    spans: [{ text: 'It fails again.', themeIds: [] }],
  });
}
