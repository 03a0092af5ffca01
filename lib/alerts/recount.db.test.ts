import { beforeEach, describe, expect, it } from 'vitest';
import { statementsOf } from '@/lib/alerts/alert-rows';
import { answerAlert } from '@/lib/alerts/answer-alert';
import { evaluateAlerts } from '@/lib/alerts/evaluate-alerts';
import { findAlertPage, getAlert } from '@/lib/alerts/find-alerts';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { addDays } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const FIRST = '2026-04-01';
const LAST = '2026-06-08';

let scope: Scope;
let sourceId: string;
let theme: string;

beforeEach(async () => {
  scope = await makeWorkspace();
  sourceId = await makeSource(scope);
  theme = await makeTheme(scope, 'Login fails');
  for (let day = FIRST; day < LAST; day = addDays(day, 4)) await complain(day);
});

async function complain(day: string, times = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let hour = 0; hour < times; hour++) {
    const at = `${day}T${String(8 + hour).padStart(2, '0')}:00:00Z`;
    const spans = [{ text: 'It fails again.', themeIds: [theme] }];
    ids.push(
      (await makeStatement(scope, { sourceId, at, sentiment: 'negative', kind: 'problem', spans })).id,
    );
  }
  return ids;
}

async function takeBack(ids: readonly string[]) {
  const { workspaceId } = scope;
  await scope.run((db) => db.feedback.deleteMany({ where: { workspaceId, id: { in: [...ids] } } }));
}

async function alerts() {
  return (await findAlertPage(scope, {}, null)).rows;
}

describe('an alert whose statements were taken back', () => {
  it('counts what is left while that is still a surge, as its link opens', async () => {
    const ids = await complain(LAST, 12);
    await complain(addDays(LAST, 10));
    await evaluateAlerts(scope);
    expect(await alerts()).toMatchObject([{ day: LAST, count: 12, state: 'open' }]);
    await takeBack(ids.slice(0, 3));
    await evaluateAlerts(scope);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ day: LAST, count: 9, state: 'open' });
    expect(alert?.quoteIds).toEqual(ids.slice(3, 6));
    expect(await countFeedback(scope, statementsOf(theme, { from: LAST, to: LAST }))).toBe(9);
  });

  it('is withdrawn where too few are left, raised again with them, and answered by nobody meanwhile', async () => {
    const ids = await complain(LAST, 12);
    await evaluateAlerts(scope);
    await takeBack(ids.slice(0, 10));
    await evaluateAlerts(scope);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ count: 2, state: 'withdrawn', decidedBy: null });
    expect(alert?.details).toMatchObject({ withdrawn: { countThen: 12 } });
    const { scope: admin } = await makeMember(scope, 'admin');
    const alertId = alert?.id ?? '';
    await expect(answerAlert(admin, { alertId, state: 'acknowledged' })).rejects.toThrow(/withdrawn/);
    await complain(LAST, 9);
    await evaluateAlerts(scope);
    const [again, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(again).toMatchObject({ id: alertId, count: 11, state: 'open' });
    expect(again?.details).not.toHaveProperty('withdrawn');
  });

  it('is withdrawn also where nothing at all is left', async () => {
    await complain(LAST, 12);
    await evaluateAlerts(scope);
    const { workspaceId } = scope;
    await scope.run((db) => db.feedback.deleteMany({ where: { workspaceId } }));
    await evaluateAlerts(scope);
    expect(await alerts()).toMatchObject([{ count: 0, state: 'withdrawn' }]);
    const strongest = await findAlertPage(scope, { order: 'strength' }, null);
    expect(strongest.rows).toMatchObject([{ count: 0 }]);
  });

  it('keeps what a person said of it, with the number that is left', async () => {
    const ids = await complain(LAST, 12);
    await evaluateAlerts(scope);
    const { scope: admin } = await makeMember(scope, 'admin');
    const alertId = (await alerts())[0]?.id ?? '';
    await answerAlert(admin, { alertId, state: 'acknowledged' });
    await takeBack(ids.slice(0, 10));
    await evaluateAlerts(scope);
    const alert = await getAlert(scope, alertId);
    expect(alert).toMatchObject({ count: 2, state: 'acknowledged', decidedBy: expect.any(String) });
    expect(alert.details).toMatchObject({ withdrawn: { countThen: 12 } });
  });
});

describe('an alert of a score whose answers were taken back', () => {
  it('is judged again by those that are left, and withdrawn where they are too few', async () => {
    const { workspaceId } = scope;
    await scope.run((db) =>
      db.alertRule.create({
        data: { workspaceId, id: newId(), kind: 'score_change', parameters: { minimumAnswers: 8 } },
      }),
    );
    await answer(addDays(LAST, -40), 10, 8);
    const late = await answer(LAST, 2, 10);
    await evaluateAlerts(scope);
    expect((await alerts())[0]?.details).toMatchObject({ answers: 10, answersBefore: 8 });
    await forget(late.slice(0, 2));
    await evaluateAlerts(scope);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ state: 'open', details: { answers: 8, answersBefore: 8 } });
    await forget(late.slice(2, 5));
    await evaluateAlerts(scope);
    expect(await alerts()).toMatchObject([
      { id: alert?.id, state: 'withdrawn', details: { answers: 5, withdrawn: { countThen: 8 } } },
    ]);
  });

  async function answer(day: string, score: number, times: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < times; each++) {
      const contactId = await makeContact(scope);
      ids.push((await makeAnswer(scope, { sourceId, score, at: `${day}T10:00:00Z`, contactId })).responseId);
    }
    return ids;
  }

  async function forget(responseIds: readonly string[]) {
    const { workspaceId } = scope;
    await scope.run(async (db) => {
      await db.answer.deleteMany({ where: { workspaceId, responseId: { in: [...responseIds] } } });
      await db.response.deleteMany({ where: { workspaceId, id: { in: [...responseIds] } } });
    });
  }
});
