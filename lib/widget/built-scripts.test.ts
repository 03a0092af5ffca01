import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FakeElement, openPage, siteSurvey } from '@/lib/widget/testing/fake-page';
import { buildWidget } from '../../scripts/steps/widget.mjs';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
beforeAll(() => buildWidget(directory));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Chooses a point of the scale that stands there, as the keyboard does. */
async function choose(within: FakeElement, score: number): Promise<void> {
  const points = await vi.waitFor(() => {
    const found = within.all('input');
    expect(found).toHaveLength(11);
    return found;
  });
  points[score]?.fire('change');
}

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
