import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { answerFormSchema, submitAnswerForm } from '@/lib/surveys/answer-form';
import { publishDraft, saveDraft } from '@/lib/surveys/edit-survey';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { countShowings } from '@/lib/surveys/find-showings';
import { findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { getSurvey } from '@/lib/surveys/get-survey';
import { pageQuerySchema, showSurveyPage } from '@/lib/surveys/hosted-page';
import { findNamed, makeIdentitySecret } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { noteSeen } from '@/lib/surveys/note-seen';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

const choices = ['a', 'b', 'c'].map((key) => ({ key, text: key }));
const rows = ['x', 'y'].map((key) => ({ key, text: key }));
const definition = {
  ...makeTemplate('nps'),
  questions: [
    makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices, isRequired: true }),
    makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows, isRequired: true }),
  ],
  fields: ['campaign'],
  thanks: { title: 'Thanks', text: '', redirectUrl: 'https://example.org/done' },
};

const openerOf = (key: string) => (address: string) => {
  const { searchParams } = new URL(address, 'https://voc.example');
  const query = pageQuerySchema.parse(Object.fromEntries(searchParams));
  return showSurveyPage(key, query, { searchParams, acceptLanguage: 'en' });
};

async function makePage(made: Parameters<typeof makeSurvey>[1] = {}) {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, made);
  const key = (await getSurvey(scope, surveyId)).publicKey ?? '';
  const post = async (fields: Record<string, unknown>, sender: string | null = null) =>
    (await submitAnswerForm(key, answerFormSchema.parse(fields), sender)).headers.get('location') ?? '';
  const responses = () =>
    scope.run((db) =>
      db.response.findMany({
        where: { workspaceId: scope.workspaceId },
        include: { answers: { select: { score: true } } },
      }),
    );
  return { scope, surveyId, key, post, responses, open: openerOf(key) };
}

it('leads through a ranking and a matrix without a script, and on to the address of its owner', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { definition });
  const key = (await getSurvey(scope, surveyId)).publicKey ?? '';
  const open = openerOf(key);
  const first = await open(`/s/${key}?campaign=spring&other=x`);
  const address = first.headers.get('location') ?? '';
  expect(address).toContain('campaign=spring');
  expect(address).not.toContain('other');
  const page = await open(address);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self';");
  expect(await page.text()).toContain('<input type="hidden" name="campaign" value="spring">');

  const responseId = newId();
  const send = async (fields: Record<string, unknown>) => {
    const form = answerFormSchema.parse({ r: responseId, campaign: 'spring', ...fields });
    const response = await submitAnswerForm(key, form);
    return [response.status, response.headers.get('location')?.replace(`/s/${key}?`, '')];
  };
  const savedAnswers = async () => (await findSavedResponse(scope, { surveyId, responseId }))?.answers;
  expect((await send({ q: 'order', answer: ['', '', ''] }))[1]).toContain('problem=missing');
  expect((await send({ q: 'order', answer: ['a', 'a', 'b'] }))[1]).toContain('problem=places');
  expect(await savedAnswers()).toBeUndefined();
  expect((await send({ q: 'order', answer: ['c', 'a', 'b'] }))[1]).toContain('q=grid');
  // What was answered of a matrix is kept while the rest is asked for.
  expect((await send({ q: 'grid', 'answer.x': 'x:b' }))[1]).toContain('problem=missing');
  expect(await savedAnswers()).toEqual({ order: ['c', 'a', 'b'], grid: ['x:b'] });
  const last = await send({ q: 'grid', 'answer.x': 'x:b', 'answer.y': 'y:a' });
  expect(last).toEqual([303, expect.stringContaining('q=end')]);
  const refresh = '<meta http-equiv="refresh" content="0; url=https://example.org/done">';
  expect(await (await open(`/s/${key}?r=${responseId}&q=end`)).text()).toContain(refresh);
  // Who comes back later is told that they have answered, and stays.
  expect(await (await open(`/s/${key}?r=${responseId}`)).text()).not.toContain(refresh);
  const { rows: found } = await findSurveyResponses(scope, surveyId, { of: 'completed' }, null);
  expect(found).toMatchObject([{ answers: { grid: ['x:b', 'y:a'] }, fields: { campaign: 'spring' } }]);
});

it('makes no response of a form that says nothing, and asks for what a form of the owner’s leaves out', async () => {
  const [nps, why] = makeTemplate('nps').questions;
  if (!nps || !why) throw new Error('the template has two questions');
  const { post, responses, open } = await makePage({
    definition: { ...makeTemplate('nps'), questions: [nps, { ...why, isRequired: true }] },
  });
  expect(await post({ nps: '' })).toContain('q=nps');
  expect(await responses()).toEqual([]);
  const next = await post({ nps: '7' });
  expect(next).toContain('q=why');
  expect(await (await open(next)).text()).toContain('name="answer"');
  expect(await responses()).toMatchObject([{ completedAt: null, answers: [{ score: 7 }] }]);
});

it('leads who leaves out all that may be left out to the end, without a response', async () => {
  const definition = makeTemplate('nps');
  for (const question of definition.questions) question.isRequired = false;
  const { post, responses, open } = await makePage({ definition });
  const r = newId();
  expect(await post({ r, q: 'nps' })).toContain('q=why');
  const end = await post({ r, q: 'why', answer: '' });
  expect(await (await open(end)).text()).toContain('<h1>Thank you');
  expect(await responses()).toEqual([]);
});

it('takes a form of the owner’s that is clicked twice once, and others of the same words apart', async () => {
  const { post, responses } = await makePage();
  await Promise.all([post({ nps: '7' }, 'one'), post({ nps: '7' }, 'one')]);
  await Promise.all([post({ nps: '7' }, 'other'), post({ nps: '8' }, 'one'), post({ nps: '7' })]);
  expect((await responses()).map(({ answers }) => answers[0]?.score).sort()).toEqual([7, 7, 7, 8]);
});

it('takes the same words of two people behind one address apart, once the first has gone on', async () => {
  const { post, responses, open } = await makePage();
  const [first, again] = [await post({ nps: '7', r: '' }, 'one'), await post({ nps: '7', r: '' }, 'one')];
  expect(again).toBe(first);
  await open(first);
  expect(await post({ nps: '7', r: '' }, 'one')).not.toBe(first);
  expect(await responses()).toHaveLength(2);
});

it('tells forms apart by the id that a page of the owner’s has for each load', async () => {
  const { post, responses } = await makePage();
  const [one, other] = [newId(), newId()];
  await Promise.all([one, other, one].map((r) => post({ nps: '7', r }, 'one')));
  expect((await responses()).map(({ id }) => id).sort()).toEqual([one, other].sort());
});

it('writes nothing when a link is opened, and is one response in all tabs of one person', async () => {
  const { scope, key, post, responses, open } = await makePage({
    definition: {
      ...makeTemplate('nps'),
      questions: [
        makeQuestion({
          key: 'nps',
          kind: 'nps',
          text: 'Hello {{@name|there}} of {{@account}}?',
          isRequired: true,
        }),
      ],
    },
  });
  const secret = await makeIdentitySecret(scope);
  const c = signIdentity(secret, { contact: 'u1', name: 'Ann', account: 'acme', accountName: 'Acme' });
  const link = `/s/${key}?c=${c}`;
  const locations = [await open(link), await open(link)].map(({ headers }) => headers.get('location') ?? '');
  expect(locations[0]).toBe(locations[1]);
  expect(await (await open(locations[0] ?? '')).text()).toContain('Hello Ann of Acme?');
  const count = () => scope.run(async (db) => [await db.contact.count(), await db.account.count()]);
  expect(await count()).toEqual([0, 0]);
  const r = new URL(locations[0] ?? '', 'https://voc.example').searchParams.get('r') ?? '';
  await post({ r, c, q: 'nps', answer: '3' });
  await post({ r, c, q: 'nps', answer: '4' });
  expect(await count()).toEqual([1, 1]);
  expect(await responses()).toMatchObject([{ id: r, answers: [{ score: 4 }] }]);
  expect((await open(link)).headers.get('location')).toContain(r);
});

it('shows and changes the response of a person only with a signature of theirs, also one that expires on the way', async () => {
  const { scope, key, post, responses, open } = await makePage();
  const secret = await makeIdentitySecret(scope);
  const [c, other] = ['u1', 'u2'].map((contact) => signIdentity(secret, { contact }));
  const seconds = Math.floor(Date.now() / 1000);
  const expired = signIdentity(secret, { contact: 'u1', exp: seconds - 60 });
  const r = newId();
  const answered = await post({ r, c, q: 'nps', answer: '3' });
  expect(answered).toContain(`c=${c}`);
  const formOf = async (address: string) => (await open(address)).text();
  expect(await formOf(`/s/${key}?r=${r}&c=${c}&q=nps`)).toContain('value="3" aria-label="3 of 10" checked');
  for (const who of ['', `&c=${other}`, '&c=forged.token', `&c=${expired}`]) {
    const elsewhere = (await open(`/s/${key}?r=${r}&q=why${who}`)).headers.get('location') ?? '';
    expect(elsewhere).not.toContain(r);
    expect(await formOf(elsewhere)).not.toContain(' checked');
  }
  for (const token of [undefined, 'forged.token', other, expired]) {
    expect(await post({ r, c: token, q: 'nps', answer: '0' })).not.toContain(r);
  }
  const scores = new Map((await responses()).map(({ id, answers }) => [id, answers[0]?.score]));
  expect(scores.get(r)).toBe(3);
  // Begun while the link was good, it goes on for the day.
  await scope.run((db) =>
    db.response.updateMany({ where: { id: r }, data: { startedAt: new Date(Date.now() - 120_000) } }),
  );
  expect(await post({ r, c: expired, q: 'nps', answer: '4' })).toContain(r);
  expect((await responses()).find(({ id }) => id === r)?.answers).toEqual([{ score: 4 }]);
});

it('knows whom a page was shown to by their signature, though they were not heard of and say nothing', async () => {
  const { scope, key, surveyId } = await makePage();
  const c = signIdentity(await makeIdentitySecret(scope), { contact: 'u1', account: 'acme' });
  for (const token of [c, 'forged.token', undefined]) {
    await noteSeen(key, { responseId: newId(), token, channel: 'email', fields: {} });
  }
  const shown = await scope.run((db) =>
    db.impression.findMany({ where: { surveyId }, orderBy: { shownAt: 'asc' } }),
  );
  const { person } = (await findNamed(scope, c)) ?? {};
  expect(person?.accountId).toBeTruthy();
  expect(shown.map(({ contactId }) => contactId)).toEqual([person?.contactId, null, null]);
  expect(await countShowings(scope, surveyId, { segment: 'Key' })).toBe(0);
  await scope.run((db) => db.account.updateMany({ data: { segment: 'Key' } }));
  expect(await countShowings(scope, surveyId, { segment: 'Key' })).toBe(1);
});

it('gives each question an address of its own, the first one too', async () => {
  const { key, post, open } = await makePage();
  const to = async (address: string) => (await open(address)).headers.get('location') ?? '';
  const first = await to(`/s/${key}`);
  const { searchParams } = new URL(first, 'https://voc.example');
  expect(searchParams.get('q')).toBe('nps');
  expect(await to(first)).toBe('');
  const r = searchParams.get('r') ?? '';
  expect(await post({ r, q: 'nps', answer: '3' })).toContain('q=why');
  // The browser's way back, and that of whoever has the address without a question.
  expect(await (await open(first)).text()).toContain('value="3" aria-label="3 of 10" checked');
  expect(await to(`/s/${key}?r=${r}`)).toContain('q=why');
});

it('tells whoever comes too early from whoever comes too late', async () => {
  for (const [delivery, words] of [
    [{ from: '2999-01-01' }, 'has not begun yet'],
    [{ until: '2020-01-01' }, 'takes no more answers'],
  ] as const) {
    const { key, open } = await makePage({ delivery });
    expect(await (await open(`/s/${key}`)).text()).toContain(words);
  }
});

it('selects what a second click in an e-mail says, and counts it only when it is sent', async () => {
  const { post, responses, open, key } = await makePage();
  const r = newId();
  const shows = async (answer: string) => (await open(`/s/${key}?r=${r}&via=email&answer=${answer}`)).text();
  const selected = (html: string) => /value="(\d+)"[^>]* checked/.exec(html)?.[1];
  expect(selected(await shows('3'))).toBe('3');
  await post({ r, q: 'nps', answer: '3' });
  expect(selected(await shows('8'))).toBe('8');
  await post({ r, q: 'why', answer: '' });
  expect(selected(await shows('9'))).toBe('9');
  expect(await shows('3')).toContain('<h1>Thank you');
  expect(await responses()).toMatchObject([{ answers: [{ score: 3 }] }]);
  await post({ r, q: 'nps', answer: '9' });
  expect(await responses()).toMatchObject([{ answers: [{ score: 9 }] }]);
});

it('keeps an answer to the version that the page showed, though another came meanwhile', async () => {
  const { scope, surveyId, key, post, responses, open } = await makePage();
  const r = newId();
  const page = await (await open(`/s/${key}?r=${r}&q=nps`)).text();
  expect(page).toContain('name="v" value="1"');
  const definition = makeTemplate('nps');
  const [, why] = definition.questions;
  await saveDraft(scope, surveyId, {
    name: 'Other',
    definition: { ...definition, questions: why ? [why] : [] },
  });
  await publishDraft(scope, surveyId);
  expect(await post({ r, q: 'nps', answer: '9', v: '1' })).toContain('q=why');
  expect(await responses()).toMatchObject([{ completedAt: null, answers: [{ score: 9 }] }]);
});

it('keeps what fits of a form of the owner’s, and asks for the rest anew', async () => {
  const questions = [...makeTemplate('nps').questions, ...definition.questions.slice(0, 1)];
  const { post, responses, open } = await makePage({ definition: { ...definition, questions } });
  const next = await post({ nps: '7', order: ['a', 'a', 'b'] });
  expect(next).toContain('q=order');
  expect(next).toContain('problem=places');
  expect(await responses()).toMatchObject([{ completedAt: null, answers: [{ score: 7 }] }]);
  // The places stay chosen, for the person to put right.
  const chosen = (await (await open(next)).text()).match(/value="(\w+)" selected/g);
  expect(chosen?.map((option) => option.split('"')[1])).toEqual(['a', 'a', 'b']);
  const other = await post({ nps: 'eleven', why: 'Good.' });
  expect(other).toContain('q=nps');
  expect(other).toContain('problem=missing');
  const [, second] = await responses();
  expect(second).toMatchObject({ completedAt: null, answers: [{ score: null }] });
});
