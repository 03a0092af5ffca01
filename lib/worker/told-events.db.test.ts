import { beforeEach, expect, it } from 'vitest';
import { recordScoreAlert, recordThemeAlerts } from '@/lib/alerts/record-alerts';
import { tellThemed } from '@/lib/annotations/tell-themed';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeAccount, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { changeIssue } from '@/lib/issues/change-issue';
import { type EventType, eventTypeKeys } from '@/lib/outbound/webhooks/event-types';
import { acceptResponse } from '@/lib/surveys/accept-response';
import { getSurvey } from '@/lib/surveys/get-survey';
import { receiveAnswers } from '@/lib/surveys/receive-answers';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { findSiteKey } from '@/lib/surveys/site-key';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { answersRequestSchema } from '@/lib/surveys/widget-requests';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
beforeEach(async () => {
  const { scope: own, memberId } = await makeOwnedWorkspace();
  scope = own;
  await scope.run((db) =>
    db.webhookEndpoint.create({
      data: {
        ...{ workspaceId: scope.workspaceId, id: newId(), name: 'Ours', createdById: memberId },
        ...{ url: 'https://example.org', events: eventTypeKeys, secret: new Uint8Array() },
      },
    }),
  );
});

async function told(event: EventType) {
  const rows = await scope.run((db) =>
    db.webhookDelivery.findMany({
      where: { workspaceId: scope.workspaceId, event },
      orderBy: { id: 'asc' },
    }),
  );
  return rows.map(({ data }) => data);
}

it('an issue that moves, and whom to tell when it has shipped', async () => {
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const themeId = await makeTheme(scope, 'Sync');
  const [accountId, contactId] = [await makeAccount(scope), await makeContact(scope, 'Ann')];
  await makeStatement(scope, {
    ...{ sourceId, accountId, contactId, at: '2026-05-01T00:00:00Z', kind: 'problem', sentiment: 'negative' },
    spans: [{ text: 'Sync fails', themeIds: [themeId] }],
  });
  const id = newId();
  const issue = await scope.run((db) =>
    db.issue.create({ data: { workspaceId, id, themeId, title: 'Old title' } }),
  );
  await changeIssue(scope, issue, { notes: 'A note' });
  expect(await told('issue.status_changed')).toEqual([]);
  await changeIssue(scope, issue, { status: 'shipped', shippedOn: '2026-06-01' });
  const named = { id, title: 'Sync', themeId };
  expect(await told('issue.status_changed')).toEqual([
    {
      issue: { ...named, from: 'new', status: 'shipped', shippedOn: '2026-06-01' },
      link: expect.stringContaining(`/issues/${id}`),
    },
  ]);
  expect(await told('issue.customers_to_tell')).toMatchObject([
    { issue: named, part: 1, parts: 1, people: [{ contactId, accountId }] },
  ]);
});

it('new statements by their themes, not those of long ago', async () => {
  const sourceId = await makeSource(scope);
  const [sync, login] = [await makeTheme(scope, 'Sync'), await makeTheme(scope, 'Login')];
  const at = new Date().toISOString();
  const { id: fresh } = await makeStatement(scope, { sourceId, at, text: 'Sync fails' });
  const { id: old } = await makeStatement(scope, { sourceId, at: '2026-01-01T00:00:00Z' });
  await tellThemed(scope, [
    { feedbackId: fresh, themeId: sync },
    { feedbackId: old, themeId: login },
  ]);
  expect(await told('feedback.themed')).toMatchObject([
    { theme: { id: sync, name: 'Sync' }, feedback: [{ id: fresh, text: 'Sync fails' }] },
  ]);
});

it('a raised alert, once', async () => {
  const subject = await makeTheme(scope, 'Sync');
  const days = { from: '2026-05-01', to: '2026-05-02' };
  const finding = {
    ...{ kind: 'theme_surge', subject, themeId: subject, day: '2026-05-02', count: 9, expected: 2 },
    ...{ threshold: 6, pValue: 0.001, qValue: 0.01, details: { days } },
  };
  await recordThemeAlerts(scope, [finding as never]);
  await recordThemeAlerts(scope, [finding as never]);
  const score = { metric: 'nps', pValue: 0.01, qValue: 0.02, details: { now: days } };
  await recordScoreAlert(scope, score as never, '2026-05-02');
  expect(await told('alert.raised')).toMatchObject([
    { alert: { kind: 'theme_surge', subject, count: 9 }, link: expect.stringContaining('/alerts/') },
    { alert: { kind: 'score_change', subject: 'nps' } },
  ]);
});

it('a finished response, not one that is begun or suspect, once', async () => {
  const surveyId = await makeSurvey(scope);
  const save = (responseId: string, more: object) =>
    saveAnswers(scope, {
      ...{ surveyId, responseId, answers: { nps: 9 }, revision: null, isDone: false, channel: 'page' },
      ...{ language: null, elapsedMs: null, trap: '', person: null },
      ...more,
    });
  const id = newId();
  await save(id, {});
  const [doubted, together] = [newId(), newId()];
  await save(doubted, { isDone: true, trap: 'filled in by a machine' });
  expect(await told('response.completed')).toEqual([]);
  await save(id, { isDone: true });
  await save(id, { isDone: true });
  // Also one that could have been written with those of a crowd, and one once it is believed.
  const { publicKey } = await getSurvey(scope, surveyId);
  const request = answersRequestSchema.parse({
    ...{ survey: publicKey, responseId: together, revision: 1, answers: { nps: 7 }, isDone: true },
    ...{ elapsedMs: 4000, channel: 'popover' },
  });
  await receiveAnswers((await findSiteKey(scope)) ?? '', request);
  await acceptResponse(scope, doubted);
  expect(await told('response.completed')).toMatchObject(
    [id, together, doubted].map((each) => ({ survey: { id: surveyId }, response: { id: each } })),
  );
  expect((await told('response.completed'))[0]).toMatchObject({
    response: { scores: [{ metric: 'nps', score: 9 }] },
  });
});
