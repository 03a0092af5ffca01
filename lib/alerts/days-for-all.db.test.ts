import { beforeEach, expect, it } from 'vitest';
import { evaluateAlerts } from '@/lib/alerts/evaluate-alerts';
import { findAlertPage } from '@/lib/alerts/find-alerts';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { addDays } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countAnswers } from '@/lib/responses/find-responses';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const FIRST = '2026-04-01';
const LAST = '2026-06-08';
const MIDNIGHT = `${LAST}T00:00:00.000Z`;

let scope: Scope;
let sourceId: string;
let theme: string;

beforeEach(async () => {
  scope = await makeWorkspace();
  sourceId = await makeSource(scope);
  theme = await makeTheme(scope, 'Login fails');
});

/** An import of a file without dates, for all of whose rows one day was given. */
async function makeDatelessImport(): Promise<string> {
  const { scope: member } = await makeMember(scope, 'admin');
  const createdById = member.actor.kind === 'member' ? member.actor.memberId : '';
  const id = newId();
  await scope.run((db) =>
    db.import.create({
      data: {
        workspaceId: scope.workspaceId,
        id,
        sourceId,
        target: 'feedback',
        status: 'succeeded',
        fileName: 'undated.csv',
        fileBytes: 100n,
        profile: {},
        mapping: { defaults: { occurredAt: MIDNIGHT } },
        createdById,
      },
    }),
  );
  return id;
}

function complain(at: string, themeIds: string[]) {
  const spans = [{ text: 'It fails again.', themeIds }];
  return makeStatement(scope, { sourceId, at, sentiment: 'negative', kind: 'problem', spans });
}

async function makePast(themeIds: string[]) {
  for (let day = FIRST; day < LAST; day = addDays(day, 4)) await complain(`${day}T12:00:00Z`, themeIds);
}

async function alerts() {
  return (await findAlertPage(scope, {}, null)).rows;
}

it('takes rows of a file without dates for no surge, no new theme and no change of a score', async () => {
  const other = await makeTheme(scope, 'Search is slow');
  await makePast([theme]);
  await makeAnswer(scope, { sourceId, score: 9, at: `${FIRST}T10:00:00Z` });
  const importId = await makeDatelessImport();
  for (let each = 0; each < 12; each++) {
    const { id } = await complain(MIDNIGHT, [theme, other]);
    await scope.run((db) =>
      db.feedback.update({
        where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
        data: { importId },
      }),
    );
  }
  await makeScores(importId);
  await evaluateAlerts(scope);
  expect(await alerts()).toEqual([]);
  const days = { from: LAST, to: LAST };
  expect(await countFeedback(scope, days)).toBe(12);
  expect(await countFeedback(scope, { ...days, dated: '1' })).toBe(0);
  expect(await countAnswers(scope, { metric: 'nps', ...days })).toBe(10);
  expect(await countAnswers(scope, { metric: 'nps', ...days, dated: '1' })).toBe(0);
  for (let hour = 8; hour < 14; hour++)
    await complain(`${LAST}T${String(hour).padStart(2, '0')}:00:00Z`, [theme]);
  await evaluateAlerts(scope);
  expect(await alerts()).toMatchObject([{ kind: 'theme_surge', themeId: theme, count: 6 }]);
});

/** Enough answers of then and now for an alert; the newer ones without a day of their own. */
async function makeScores(importId: string) {
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.alertRule.create({
      data: { workspaceId, id: newId(), kind: 'score_change', parameters: { minimumAnswers: 8 } },
    }),
  );
  for (let each = 0; each < 20; each++) {
    const isNew = each % 2 === 1;
    const { responseId } = await makeAnswer(scope, {
      sourceId,
      score: isNew ? 1 : 10,
      at: isNew ? MIDNIGHT : `${addDays(LAST, -40)}T10:00:00Z`,
      contactId: await makeContact(scope),
    });
    if (!isNew) continue;
    await scope.run((db) =>
      db.response.update({
        where: { workspaceId_id: { workspaceId, id: responseId } },
        data: { importId },
      }),
    );
  }
}

it('calls no theme new or back again where little was said of anything before', async () => {
  await complain(`${FIRST}T08:00:00Z`, [theme]);
  await complain(`${addDays(FIRST, 40)}T08:00:00Z`, []);
  for (let hour = 8; hour < 14; hour++)
    await complain(`${LAST}T${String(hour).padStart(2, '0')}:00:00Z`, [theme]);
  await evaluateAlerts(scope);
  expect(await alerts()).toEqual([]);
});
