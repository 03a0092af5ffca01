import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeTemplate } from '@/lib/surveys/templates';
import { wordsFor } from '@/lib/surveys/words';
import { choose, type FakeElement, openPage, settle, siteSurvey } from '@/lib/widget/testing/fake-page';
import { buildWidget, SHORTENED } from '../../scripts/steps/widget.mjs';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
beforeAll(() => buildWidget(directory));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

/** Goes on to the question of text. */
async function goOn(within: FakeElement): Promise<FakeElement | undefined> {
  within.all('form')[0]?.fire('submit');
  return vi.waitFor(() => {
    expect(within.all('textarea')).toHaveLength(1);
    return within.all('textarea')[0];
  });
}

function write(field: FakeElement | undefined, text: string): void {
  if (field) field.value = text;
  field?.fire('change');
}

it('works as it is built and shortened, file by file, through a survey of two questions', async () => {
  const { body, sent } = await openPage({ directory, surveys: [siteSurvey('s')] });
  await choose(body, 9);
  write(await goOn(body), 'Good.');
  body.all('form')[0]?.fire('submit');
  await vi.waitFor(() => expect(body.all('h2')[0]?.textContent).toBe('Thank you'));
  await vi.waitFor(() => expect(sent.at(-1)?.isDone).toBe(true));
  // Each save is what it adds.
  expect(Object.assign({}, ...sent.map(({ answers }) => answers))).toEqual({ nps: 9, why: 'Good.' });
});

it('leads on from the last page by a link with words', async () => {
  const definition = makeTemplate('nps');
  const thanks = { ...definition.thanks, redirectUrl: 'https://shop.example/thanks' };
  const questions = definition.questions.slice(0, 1);
  const surveys = [siteSurvey('s', { definition: { ...definition, questions, thanks } })];
  const { body } = await openPage({ directory, surveys });
  await choose(body, 9);
  body.all('form')[0]?.fire('submit');
  await vi.waitFor(() => expect(body.all('a').map(({ textContent }) => textContent)).toEqual(['Continue']));
});

it('shortens no name that comes from the server', () => {
  const told = [siteSurvey('s', { mode: 'button' }), makeTemplate('nps'), wordsFor('en')];
  const names = new Set<string>();
  JSON.stringify(told, (name, value) => {
    names.add(name);
    return value;
  });
  expect(Object.keys(SHORTENED).filter((name) => names.has(name))).toEqual([]);
});

it('gives the next survey its turn where the server does not want one asked, and asks for none again', async () => {
  const surveys = [siteSurvey('one'), siteSurvey('two'), siteSurvey('three', { mode: 'inline' })];
  const decide = ({ survey }: { survey: string }) => ({ ask: survey === 'two' });
  const { body, asked } = await openPage({ directory, surveys, decide, place: 'three' });
  await vi.waitFor(() => expect(body.all('form')).toHaveLength(1));
  await settle();
  expect(asked.map(({ survey }) => survey).sort()).toEqual(['one', 'three', 'two']);
});

it('loses nothing of two tabs that answer one response without a network', async () => {
  const stored = new Map<string, string>();
  let isOnline = false;
  const shared = { directory, stored, surveys: [siteSurvey('s')], take: () => (isOnline ? 200 : 0) };
  const first = await openPage(shared);
  await choose(first.body, 9);
  const field = await goOn(first.body);
  const second = await openPage(shared);
  const other = await vi.waitFor(() => {
    expect(second.body.all('textarea')).toHaveLength(1);
    return second.body.all('textarea')[0];
  });
  write(other, 'From the other.');
  second.body.all('form')[0]?.fire('submit');
  await vi.waitFor(() => expect(first.memory().doneAt.s).toBeGreaterThan(0));
  // The first tab changes its mind, and finds the survey finished.
  first.body.button('Back')?.fire('click');
  await choose(first.body, 7);
  expect(field).toBeDefined();
  expect(first.memory().begun).toEqual({});
  isOnline = true;
  const third = await openPage({ ...shared, surveys: [] });
  await vi.waitFor(() => expect(third.memory().queue).toEqual({}));
  const all = [...first.sent, ...second.sent, ...third.sent];
  expect(new Set(all.map(({ responseId }) => responseId)).size).toBe(1);
  expect(all.at(-1)).toMatchObject({ answers: { nps: 7, why: 'From the other.' }, isDone: true });
});

it('honours a never that was said in a box which the page had shown, and keeps it through a sign-out', async () => {
  const { body, api, asked, memory } = await openPage({
    directory,
    surveys: [siteSurvey('s', { event: 'never' })],
  });
  api.show('s');
  await vi.waitFor(() => expect(body.all('form')).toHaveLength(1));
  expect(asked[0]).toMatchObject({ channel: 'button', isCalled: true });
  body.button('Don’t ask again')?.fire('click');
  expect(memory().never).toBe(true);
  api.reset();
  api.show('s');
  await settle();
  expect([asked.length, body.all('form').length]).toEqual([1, 0]);
});

it('tells the server of a wish of somebody known once there is a network', async () => {
  const stored = new Map<string, string>();
  let isOnline = false;
  const shared = { directory, stored, surveys: [siteSurvey('s')], take: () => (isOnline ? 200 : 0) };
  const first = await openPage(shared);
  first.api.identify('token of Ann');
  await vi.waitFor(() => expect(first.body.all('form')).toHaveLength(1));
  first.body.button('Don’t ask again')?.fire('click');
  await settle();
  expect(first.wishes).toEqual([]);
  isOnline = true;
  const second = await openPage(shared);
  await vi.waitFor(() => expect(second.wishes).toEqual([{ token: 'token of Ann', never: true }]));
  await vi.waitFor(() => expect(second.memory()).not.toHaveProperty('wish'));
});

it('keeps what was begun for after not now, and goes on with the same response', async () => {
  const stored = new Map<string, string>();
  const shared = { directory, stored, surveys: [siteSurvey('s', { mode: 'popover' as const })] };
  const first = await openPage(shared);
  await choose(first.body, 3);
  first.body.button('Not now')?.fire('click');
  const second = await openPage(shared);
  await settle();
  expect(second.asked).toEqual([]);
  const memory = second.memory();
  stored.set('verbatim', JSON.stringify({ ...memory, snoozedUntil: 0 }));
  const third = await openPage(shared);
  await vi.waitFor(() => expect(third.asked).toHaveLength(1));
  expect(third.asked[0]?.responseId).toBe(first.sent[0]?.responseId);
});

it('asks nothing in a page of who wants none, and lets go at sign-out of what somebody else began', async () => {
  const surveys = [siteSurvey('s', { mode: 'inline' })];
  const stored = new Map<string, string>();
  const page = await openPage({ directory, surveys, stored, place: 's' });
  page.api.identify('token of Ann');
  await choose(page.place, 2);
  await vi.waitFor(() => expect(page.sent).toHaveLength(1));
  page.api.reset();
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  await choose(page.place, 8);
  await vi.waitFor(() => expect(page.sent).toHaveLength(2));
  const [ann, other] = page.sent;
  expect(ann?.token).toBe('token of Ann');
  expect([other?.token ?? null, other?.answers]).toEqual([null, { nps: 8 }]);
  expect(other?.responseId).not.toBe(ann?.responseId);

  stored.set('verbatim', JSON.stringify({ ...page.memory(), begun: {}, snoozedUntil: Date.now() + 60_000 }));
  const quiet = await openPage({ directory, surveys, stored, place: 's' });
  await settle();
  expect(quiet.asked).toEqual([]);
});

it('takes nothing of what somebody else began for the one whom the server knows', async () => {
  const stored = new Map<string, string>();
  const shared = { directory, stored, surveys: [siteSurvey('s')] };
  const first = await openPage(shared);
  await choose(first.body, 2);
  await vi.waitFor(() => expect(first.memory().queue).toEqual({}));
  const fresh = '0a51c6d3-3c5f-4f0e-8d35-2f9b54a3f001';
  const second = await openPage({ ...shared, decide: () => ({ ask: true, responseId: fresh, answers: {} }) });
  await choose(second.body, 10);
  await vi.waitFor(() => expect(second.sent).toHaveLength(1));
  expect(second.sent[0]).toMatchObject({ responseId: fresh, answers: { nps: 10 } });
  expect(second.memory().begun.s).toMatchObject({ responseId: fresh, answers: { nps: 10 } });
});

it('asks in one of two tabs that are opened at once, and lets the next one ask where the server wanted nothing asked', async () => {
  const shared = {
    ...{ directory, stored: new Map<string, string>(), thinksMs: 30 },
    surveys: [siteSurvey('s', { coolDownDays: 30 })],
  };
  const tabs = await Promise.all([openPage(shared), openPage(shared)]);
  await vi.waitFor(() => expect(tabs.flatMap(({ body }) => body.all('form'))).toHaveLength(1));
  await settle();
  expect(tabs.flatMap(({ asked }) => asked)).toHaveLength(1);
  const quiet = { ...shared, stored: new Map<string, string>(), decide: () => ({ ask: false }) };
  const refused = await openPage(quiet);
  await vi.waitFor(() => expect(refused.asked).toHaveLength(1));
  await vi.waitFor(() => expect(refused.memory()).not.toHaveProperty('claimedAt'));
  const next = await openPage({ ...quiet, decide: () => ({ ask: true }) });
  await vi.waitFor(() => expect(next.body.all('form')).toHaveLength(1));
});

it('gives way to another tab that has claimed at the same time', async () => {
  const stored = new Map<string, string>();
  const page = await openPage({ directory, stored, thinksMs: 150, surveys: [siteSurvey('s')] });
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  stored.set('verbatim', JSON.stringify({ ...page.memory(), claimedAt: Date.now() + 1 }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(page.body.all('form')).toHaveLength(0);
  expect(page.memory().claimedAt).toBeGreaterThan(0);
});

it('counts once whom two tabs have asked for the same', async () => {
  const stored = new Map<string, string>();
  const shared = { directory, stored, surveys: [siteSurvey('s', { mode: 'inline' })], place: 's' };
  const first = await openPage(shared);
  await vi.waitFor(() => expect(first.place.all('form')).toHaveLength(1));
  const second = await openPage(shared);
  await choose(second.place, 4);
  await choose(first.place, 9);
  await vi.waitFor(() => expect([...first.sent, ...second.sent].length).toBeGreaterThan(1));
  expect(new Set([...first.sent, ...second.sent].map(({ responseId }) => responseId)).size).toBe(1);
});

it('draws in a place that comes late, and again in one that is drawn anew, but asks no server that wanted nothing asked', async () => {
  const options = { directory, surveys: [siteSurvey('s', { mode: 'inline' })], place: '' };
  const page = await openPage(options);
  await settle();
  expect(page.asked).toEqual([]);
  options.place = 's';
  page.mutate();
  await vi.waitFor(() => expect(page.place.all('form')).toHaveLength(1));
  page.place.replaceChildren();
  page.mutate();
  await vi.waitFor(() => expect(page.place.all('form')).toHaveLength(1));
  expect(page.asked).toHaveLength(2);

  const quiet = await openPage({ ...options, decide: () => ({ ask: false }) });
  await vi.waitFor(() => expect(quiet.asked).toHaveLength(1));
  quiet.mutate();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(quiet.asked).toHaveLength(1);
});

it('lets a page state its address again and again', async () => {
  const surveys = [siteSurvey('late', { delaySeconds: 0.1 }), siteSurvey('no')];
  const decide = ({ survey }: { survey: string }) => ({ ask: survey === 'late' });
  const page = await openPage({ directory, surveys, decide });
  const states = setInterval(() => page.history.replaceState({}, '', '/'), 10);
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  clearInterval(states);
  expect(page.asked.map(({ survey }) => survey)).toEqual(['no', 'late']);
});

it('closes what asked on a page that is left, and keeps what is being answered', async () => {
  const groups = [[{ about: 'page' as const, name: '', test: 'has' as const, value: '/cart' }]];
  const surveys = [siteSurvey('s', { groups })];
  const page = await openPage({ directory, surveys });
  page.history.pushState({}, '', '/cart');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  page.history.pushState({}, '', '/help');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(0));
  page.history.pushState({}, '', '/cart');
  await choose(page.body, 5);
  page.history.pushState({}, '', '/help');
  await settle();
  expect(page.body.all('form')).toHaveLength(1);
});

it('hides the button while something is in the corner; what somebody asks for takes the place of a question that they have not answered', async () => {
  const surveys = [siteSurvey('asks'), siteSurvey('open', { mode: 'button' })];
  const page = await openPage({ directory, surveys });
  const isHidden = () => page.body.button('Feedback')?.hidden;
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  page.mutate();
  expect(isHidden()).toBe(true);
  page.api.show('open');
  await vi.waitFor(() => expect(page.asked.map(({ survey }) => survey)).toEqual(['asks', 'open']));
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  await choose(page.body, 5);
  // Being answered, it stays.
  page.api.show('asks');
  await settle();
  expect(page.asked).toHaveLength(2);
  page.body
    .all('button')
    .find(({ attributes }) => attributes.get('aria-label') === 'Close')
    ?.fire('click');
  page.mutate();
  expect(isHidden()).toBe(false);
});

it('puts the buttons of several surveys one above the other', async () => {
  const surveys = ['one', 'two'].map((key) => siteSurvey(key, { mode: 'button' }));
  const page = await openPage({ directory, surveys });
  await vi.waitFor(() => expect(page.body.all('button')).toHaveLength(2));
  page.mutate();
  const places = page.body.all('button').map(({ style }) => style.bottom);
  expect(places).toEqual(['calc(1rem + 0px)', 'calc(1rem + 56px)']);
});
