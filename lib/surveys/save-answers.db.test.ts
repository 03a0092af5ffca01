import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countScores } from '@/lib/responses/count-scores';
import { acceptResponse } from '@/lib/surveys/accept-response';
import { askPerson } from '@/lib/surveys/ask-person';
import { publishDraft, saveDraft, setClosed } from '@/lib/surveys/edit-survey';
import { findTraits } from '@/lib/surveys/find-results';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { countSurveyResponses, findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { answersTo, scoresOf, textsOf } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { solve } from '@/lib/widget/proof';

describe('saveAnswers', () => {
  it('saves each answer as it is given, a text as redacted feedback with its response', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const input = answersTo(surveyId);
    await saveAnswers(scope, input);
    expect(await scoresOf(scope, surveyId)).toEqual({ 9: 1 });
    expect(await findSavedResponse(scope, input)).toMatchObject({ answers: { nps: 9 }, isDone: false });
    await saveAnswers(scope, {
      ...input,
      answers: { why: 'Call me: ann@example.org' },
      isDone: true,
    });
    const [statement, ...others] = await textsOf(scope);
    expect(others).toEqual([]);
    expect(statement).toMatchObject({ channel: 'survey', responseId: input.responseId });
    expect(statement?.text).not.toContain('ann@');
    const jobs = await scope.run(
      (db) => db.$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'annotations.annotate'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(await findSavedResponse(scope, input)).toMatchObject({
      answers: { nps: 9, why: statement?.text },
      isDone: true,
      isChangeable: true,
    });
  });

  it('counts a response once, however often and in whatever order its saves arrive', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const input = answersTo(surveyId, { answers: { nps: 3, why: 'Slow.' }, revision: 2 });
    expect(await Promise.all([saveAnswers(scope, input), saveAnswers(scope, input)])).toContain('stale');
    expect(await saveAnswers(scope, { ...input, answers: { nps: 10 }, revision: 1 })).toBe('stale');
    expect(await scoresOf(scope, surveyId)).toEqual({ 3: 1 });
    expect(await textsOf(scope)).toHaveLength(1);
  });

  it('lets its author change and take back an answer within an hour of the end, and not after', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const start = new Date('2026-05-01T12:00:00Z');
    const input = answersTo(surveyId, { answers: { nps: 3, why: 'Slow.' }, isDone: true });
    await saveAnswers(scope, input, start);
    const change = { ...input, answers: { nps: 4, why: '' } };
    await saveAnswers(scope, change, new Date('2026-05-01T13:00:00Z'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 4: 1 });
    expect(await textsOf(scope)).toEqual([]);
    await expect(saveAnswers(scope, change, new Date('2026-05-01T13:00:01Z'))).rejects.toThrow('no longer');
  });

  it('holds a suspect response out of scores and themes until a person accepts it', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const now = new Date();
    const hasty = answersTo(surveyId, { elapsedMs: 100, answers: { nps: 0 } });
    const trapped = answersTo(surveyId, { trap: 'x', answers: { nps: 1, why: 'Buy now.' } });
    await saveAnswers(scope, hasty, now);
    await saveAnswers(scope, trapped, now);
    expect(await scoresOf(scope, surveyId)).toEqual({});
    expect(await textsOf(scope)).toEqual([]);
    expect(await findSavedResponse(scope, trapped)).toMatchObject({ answers: { nps: 1, why: 'Buy now.' } });
    await acceptResponse(scope, trapped.responseId);
    expect(await scoresOf(scope, surveyId)).toEqual({ 1: 1 });
    expect(await textsOf(scope)).toMatchObject([{ text: 'Buy now.' }]);
  });

  it('holds an answer without the work that the survey asks for, unless somebody known gives it', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { botCheck: 'proof' } });
    const now = new Date();
    const secret = await makeIdentitySecret(scope);
    const person = await resolveIdentity(scope, signIdentity(secret, { contact: 'u1' }));
    await saveAnswers(scope, answersTo(surveyId, { answers: { nps: 0 }, person }), now);
    await saveAnswers(scope, answersTo(surveyId, { answers: { nps: 1 } }), now);
    const worked = answersTo(surveyId, { answers: { nps: 2 } });
    const asking = { surveyId, responseId: worked.responseId, person: null, channel: 'popover' as const };
    const decision = await askPerson(scope, asking, now);
    const proof = await solve((decision.ask && decision.challenge) || '');
    await saveAnswers(scope, { ...worked, proof }, now);
    expect(await scoresOf(scope, surveyId)).toEqual({ 0: 1, 2: 1 });
    const { rows } = await findSurveyResponses(scope, surveyId, { of: 'suspect' }, null);
    expect(rows).toMatchObject([{ suspectReason: 'no_proof', answers: { nps: 1 } }]);
    expect(await askPerson(scope, { ...asking, responseId: newId(), person }, now)).not.toHaveProperty(
      'challenge',
    );
  });

  it('reaches the record of a person and account by a signature alone', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const secret = await makeIdentitySecret(scope);
    const identity = { contact: 'u1', account: 'acme' };
    expect(await resolveIdentity(scope, signIdentity('another secret', identity))).toBeNull();
    expect(await scope.run((db) => db.account.count())).toBe(0);
    const person = await resolveIdentity(scope, signIdentity(secret, identity));
    const input = answersTo(surveyId, { answers: { nps: 2, why: 'Crashes.' } });
    await saveAnswers(scope, input);
    expect(await textsOf(scope)).toMatchObject([{ contactId: null, accountId: null }]);
    await saveAnswers(scope, { ...input, person });
    expect(await textsOf(scope)).toMatchObject([
      { contactId: person?.contactId, accountId: person?.accountId },
    ]);
    expect(person?.accountId).toBeTruthy();
  });

  it('makes one person of a token that several requests bring at once', async () => {
    const scope = await makeWorkspace();
    const secret = await makeIdentitySecret(scope);
    const token = signIdentity(secret, { contact: 'u1', email: 'ann@example.org' });
    const people = await Promise.all(Array.from({ length: 4 }, () => resolveIdentity(scope, token)));
    expect(new Set(people.map((person) => person?.contactId)).size).toBe(1);
    expect(await scope.run((db) => db.contact.count())).toBe(1);
  });

  it('takes nothing new for a closed survey or past its quota, but lets who has begun finish', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { quota: 1 } });
    const begun = answersTo(surveyId);
    await saveAnswers(scope, begun);
    await saveAnswers(scope, answersTo(surveyId, { isDone: true }));
    await expect(saveAnswers(scope, answersTo(surveyId))).rejects.toThrow('no more');
    await setClosed(scope, surveyId, true);
    await saveAnswers(scope, { ...begun, answers: { nps: 7 }, isDone: true });
    expect(await scoresOf(scope, surveyId)).toEqual({ 7: 1, 9: 1 });
  });

  it('refuses an answer that does not fit, and a response to another survey', async () => {
    const scope = await makeWorkspace();
    const [one, other] = [await makeSurvey(scope), await makeSurvey(scope)];
    await expect(saveAnswers(scope, answersTo(one, { answers: { nps: 11 } }))).rejects.toThrow('0 to 10');
    const input = answersTo(one);
    await saveAnswers(scope, input);
    await expect(saveAnswers(scope, { ...input, surveyId: other })).rejects.toThrow('no such response');
    expect(await findSavedResponse(scope, { surveyId: other, responseId: input.responseId })).toBeNull();
  });

  it('keeps declared hidden fields with the response and its texts, without personal data, and no others', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, {
      definition: { ...makeTemplate('nps'), fields: ['campaign', 'by'] },
    });
    const fields = { campaign: ' spring=1 ', by: 'ann@example.org', other: 'x' };
    const input = answersTo(surveyId, { answers: { nps: 9, why: 'Good.' }, fields });
    await saveAnswers(scope, input);
    await saveAnswers(scope, { ...input, fields: { campaign: '' }, isDone: true });
    await saveAnswers(scope, answersTo(surveyId, { fields: { campaign: 'autumn' } }));
    const trait = 'campaign=spring=1';
    expect(await findTraits(scope, surveyId)).toContain(trait);
    const { rows } = await findSurveyResponses(scope, surveyId, { trait }, null);
    expect(rows).toMatchObject([{ id: input.responseId, fields: { campaign: 'spring=1' } }]);
    expect(Object.keys(rows[0]?.fields ?? {})).toEqual(['by', 'campaign']);
    expect(rows[0]?.fields.by).not.toContain('ann@');
    expect(await countSurveyResponses(scope, surveyId, { trait })).toBe(1);
    const scores = await countScores(scope, { metric: 'nps', survey: surveyId, trait });
    expect(Object.fromEntries(scores)).toEqual({ 9: 1 });
    const [statement] = await scope.run((db) => db.feedback.findMany({ select: { custom: true } }));
    expect(statement?.custom).toMatchObject({ campaign: 'spring=1', question: 'why' });
  });

  it('keeps a consent with the version of its words, and its withdrawal', async () => {
    const scope = await makeWorkspace();
    const secret = await makeIdentitySecret(scope);
    const definition = makeTemplate('nps');
    const [first] = definition.questions;
    if (first) definition.questions.push({ ...first, key: 'ok', kind: 'consent', isRequired: false });
    const surveyId = await makeSurvey(scope, { definition });
    const person = await resolveIdentity(scope, signIdentity(secret, { email: 'ann@example.org' }));
    const input = answersTo(surveyId, { person, answers: { ok: 'yes' } });
    await saveAnswers(scope, input);
    await saveAnswers(scope, { ...input, answers: { ok: 'no' } });
    await expect(saveAnswers(scope, { ...input, answers: { ok: 'perhaps' } })).rejects.toThrow('"yes"');
    const consents = await scope.run((db) => db.consent.findMany());
    expect(consents).toMatchObject([{ contactId: person?.contactId, textVersion: '1' }]);
    expect(consents[0]?.withdrawnAt).not.toBeNull();
  });

  it('keeps a consent that was given before it was known whose it is', async () => {
    const scope = await makeWorkspace();
    const secret = await makeIdentitySecret(scope);
    const ok = makeQuestion({ key: 'ok', kind: 'consent', text: 'May we quote you?' });
    const surveyId = await makeSurvey(scope, { definition: { ...makeTemplate('nps'), questions: [ok] } });
    const input = answersTo(surveyId, { answers: { ok: 'yes' } });
    await saveAnswers(scope, input);
    const person = await resolveIdentity(scope, signIdentity(secret, { email: 'ann@example.org' }));
    await saveAnswers(scope, { ...input, answers: {}, person });
    await saveAnswers(scope, { ...input, person });
    expect(await scope.run((db) => db.consent.findMany())).toMatchObject([
      { contactId: person?.contactId, purpose: `${surveyId}:ok`, textVersion: '1', withdrawnAt: null },
    ]);
  });

  it('keeps a consent to later words beside that to earlier ones, and withdraws both', async () => {
    const scope = await makeWorkspace();
    const secret = await makeIdentitySecret(scope);
    const definition = makeTemplate('nps');
    const [first] = definition.questions;
    if (first) definition.questions.push({ ...first, key: 'ok', kind: 'consent', isRequired: false });
    const surveyId = await makeSurvey(scope, { definition });
    const person = await resolveIdentity(scope, signIdentity(secret, { email: 'ann@example.org' }));
    const input = answersTo(surveyId, { person, answers: { ok: 'yes' } });
    await saveAnswers(scope, { ...input, isDone: true });
    await saveDraft(scope, surveyId, { name: 'Other words', definition });
    await publishDraft(scope, surveyId);
    const later = { ...input, responseId: newId() };
    await saveAnswers(scope, later);
    await saveAnswers(scope, later);
    const consents = () =>
      scope.run((db) => db.consent.findMany({ orderBy: { textVersion: 'asc' }, omit: { id: true } }));
    expect(await consents()).toMatchObject([
      { textVersion: '1', withdrawnAt: null },
      { textVersion: '2', withdrawnAt: null },
    ]);
    await saveAnswers(scope, { ...later, answers: { ok: 'no' } });
    expect((await consents()).map(({ withdrawnAt }) => withdrawnAt)).not.toContain(null);
  });

  it('takes what was saved on the way out of the scores when the end of the form is a machine’s', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const input = answersTo(surveyId, { answers: { nps: 0, why: 'Buy now.' } });
    await saveAnswers(scope, input);
    await saveAnswers(scope, { ...input, answers: { nps: 1 }, isDone: true, trap: 'http://spam.example' });
    expect(await scoresOf(scope, surveyId)).toEqual({});
    expect(await textsOf(scope)).toEqual([]);
    const { rows } = await findSurveyResponses(scope, surveyId, { of: 'suspect' }, null);
    expect(rows).toMatchObject([{ suspectReason: 'trap', answers: { nps: 1, why: 'Buy now.' } }]);
    await acceptResponse(scope, input.responseId);
    expect(await scoresOf(scope, surveyId)).toEqual({ 1: 1 });
    expect(await textsOf(scope)).toMatchObject([{ text: 'Buy now.' }]);
  });

  it('mixes no two people in one response', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const secret = await makeIdentitySecret(scope);
    const personOf = (contact: string) => resolveIdentity(scope, signIdentity(secret, { contact }));
    const [ann, bob] = [await personOf('ann'), await personOf('bob')];
    const input = answersTo(surveyId, { person: ann });
    await saveAnswers(scope, input);
    // Who brings its id and no signature of hers, or another's, has said it for themselves: again and again, once.
    for (const person of [bob, bob, null, null]) {
      await saveAnswers(scope, { ...input, person, answers: { nps: person ? 0 : 1 } });
    }
    expect(await scoresOf(scope, surveyId)).toEqual({ 9: 1, 0: 1, 1: 1 });
    const owners = await scope.run((db) =>
      db.response.findMany({
        where: { surveyId },
        select: { contactId: true },
        orderBy: { submittedAt: 'asc' },
      }),
    );
    expect(owners.map(({ contactId }) => contactId)).toEqual([ann?.contactId, bob?.contactId, null]);
    // Nor does a box that was begun by the one go on with the other.
    const asking = { surveyId, responseId: input.responseId, channel: 'popover' as const };
    const decision = await askPerson(scope, { ...asking, person: await personOf('cy') });
    expect(decision).toMatchObject({ ask: true, answers: {}, revision: 0 });
    expect(decision).not.toMatchObject({ responseId: input.responseId });
    // Where nobody is named it waits, unless somebody asks for it.
    expect(await askPerson(scope, { ...asking, person: null })).toEqual({ ask: false });
    const opened = await askPerson(scope, { ...asking, channel: 'button', person: null });
    expect(opened).toMatchObject({ ask: true, answers: {}, revision: 0 });
    expect(opened).not.toMatchObject({ responseId: input.responseId });
  });
});
