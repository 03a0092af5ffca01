import { describe, expect, it } from 'vitest';
import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { receiveAnswers } from '@/lib/surveys/receive-answers';
import { recordImpression } from '@/lib/surveys/record-impression';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { findSiteKey } from '@/lib/surveys/site-key';
import { makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { type AnswersRequest, answersRequestSchema } from '@/lib/surveys/widget-requests';

async function makeSite({ quota = 0 } = {}) {
  const scope = await makeWorkspace();
  const definition = makeTemplate('nps');
  const [nps, why] = definition.questions;
  if (!nps || !why) throw new Error('the template has two questions');
  const choices = ['a', 'b', 'c'].map((key) => ({ key, text: key }));
  const liked = { ...why, key: 'liked', kind: 'multiple' as const, choices };
  const surveyId = await makeSurvey(scope, {
    definition: { ...definition, questions: [nps, liked, why] },
    delivery: { mode: 'popover', quota },
  });
  const survey = await scope.run((db) =>
    db.survey.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, id: surveyId } }),
  );
  const site = (await findSiteKey(scope)) ?? '';
  const request = (fields: Partial<AnswersRequest> = {}): AnswersRequest =>
    answersRequestSchema.parse({
      ...{ survey: survey.publicKey, responseId: newId(), revision: 1, answers: { nps: 9 } },
      ...{ isDone: false, elapsedMs: 4000, channel: 'popover', language: 'en' },
      ...fields,
    });
  return { scope, surveyId, request, send: (body: AnswersRequest) => receiveAnswers(site, body) };
}

/** A response as stored, without what differs from one to the next. */
async function rowOf(scope: Scope, id: string) {
  const { workspaceId } = scope;
  const { answers, ...response } = await scope.run((db) =>
    db.response.findFirstOrThrow({ where: { workspaceId, id }, include: { answers: true } }),
  );
  const hasTimes = [response.startedAt, response.completedAt, response.submittedAt].map(Boolean);
  return {
    ...{ ...response, id: null, externalId: response.externalId === id, hasTimes },
    ...{ startedAt: null, completedAt: null, submittedAt: null },
    answers: answers.map(({ questionId, metric, score, choices }) => ({
      ...{ questionId, metric, score, choices },
    })),
  };
}

const countOf = (scope: Scope) =>
  scope.run((db) => db.answer.count({ where: { workspaceId: scope.workspaceId } }));

describe('receiveAnswers', () => {
  it('takes the word of a token that expired between the showing and the answer, and of no other', async () => {
    const { scope, surveyId, request, send } = await makeSite();
    const secret = await makeIdentitySecret(scope);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3600_000);
    const exp = Math.floor(hoursAgo(1).getTime() / 1000);
    const token = signIdentity(secret, { contact: 'u1', exp });
    const person = await resolveIdentity(scope, token, hoursAgo(2));
    const contactId = person?.contactId ?? null;
    const [known, later, unseen] = [request({ token }), request({ token }), request({ token })];
    const show = (responseId: string, at: Date) =>
      recordImpression(scope, { surveyId, responseId, contactId, channel: 'popover' }, at);
    await show(known.responseId, hoursAgo(2));
    await show(later.responseId, hoursAgo(0.5));
    for (const body of [known, later, unseen]) await send(body);
    const contactOf = async ({ responseId }: AnswersRequest) => (await rowOf(scope, responseId)).contactId;
    expect(contactId).toBeTruthy();
    expect(await Promise.all([known, later, unseen].map(contactOf))).toEqual([contactId, null, null]);
  });

  it('leaves the rows that saveAnswers leaves, through a response of two saves', async () => {
    const { scope, surveyId, request, send } = await makeSite();
    const [plain, general] = [request(), request()];
    const more = { revision: 2, answers: { nps: 3, liked: ['c', 'a'] }, isDone: true };
    for (const changes of [{}, more]) {
      expect(await send({ ...plain, ...changes })).toBe('saved');
      const { token: _, survey: __, ...saving } = { ...general, ...changes };
      await saveAnswers(scope, { ...saving, surveyId, person: null, trap: '' });
      expect(await rowOf(scope, plain.responseId)).toEqual(await rowOf(scope, general.responseId));
    }
  });

  it('saves a crowd at once, and each that arrives twice once', async () => {
    const { scope, request, send } = await makeSite();
    const crowd = Array.from({ length: 40 }, (_, n) => request({ answers: { nps: n % 11 } }));
    const outcomes = await Promise.all([...crowd, ...crowd].map(send));
    expect(outcomes.filter((outcome) => outcome === 'saved').length).toBe(40);
    expect(outcomes.filter((outcome) => outcome === 'stale').length).toBe(40);
    expect(await countOf(scope)).toBe(40);
  });

  it('passes an overtaken save over, and tells a wrong one its fault without harm to the others', async () => {
    const { scope, request, send } = await makeSite();
    const last = request({ revision: 3, answers: { nps: 7 } });
    expect(await send(last)).toBe('saved');
    const results = await Promise.allSettled([
      send({ ...last, revision: 2, answers: { nps: 1 } }),
      send(request({ answers: { nps: 12 } })),
      send(request({ answers: { nps: 10 } })),
    ]);
    expect(results[0]).toEqual({ status: 'fulfilled', value: 'stale' });
    expect(results[1]).toMatchObject({ status: 'rejected', reason: expect.any(ExpectedError) });
    expect(results[2]).toEqual({ status: 'fulfilled', value: 'saved' });
    expect((await rowOf(scope, last.responseId)).answers).toMatchObject([{ score: 7 }]);
  });

  it.each<[string, Partial<AnswersRequest>, object]>([
    ['a text becomes feedback', { answers: { nps: 9, why: 'The export is slow.' } }, { feedback: 1 }],
    ['an answer that came too fast is held', { elapsedMs: 100 }, { suspect: 'too_fast', answers: 0 }],
    ['an answer taken back is gone', { answers: { nps: 9, liked: '' } }, { answers: 1 }],
  ])('has what is not plain looked at: %s', async (_, fields, expected) => {
    const { scope, request, send } = await makeSite();
    const body = request(fields);
    await send(body);
    const { workspaceId } = scope;
    const [response, answers, feedback] = await scope.run((db) =>
      Promise.all([
        db.response.findFirstOrThrow({ where: { workspaceId, id: body.responseId } }),
        db.answer.count({ where: { workspaceId } }),
        db.feedback.count({ where: { workspaceId } }),
      ]),
    );
    expect({ suspect: response.suspectReason, answers, feedback }).toMatchObject(expected);
  });

  it('takes no more than a quota', async () => {
    const { request, send } = await makeSite({ quota: 1 });
    expect(await send(request({ isDone: true }))).toBe('saved');
    await expect(send(request({ isDone: true }))).rejects.toThrow('takes no more answers');
  });
});
