import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { wordsFor } from '@/lib/surveys/words';
import { choose, openPage, settle, siteSurvey } from '@/lib/widget/testing/fake-page';
import { buildWidget } from '../../scripts/steps/widget.mjs';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
beforeAll(() => buildWidget(directory));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

it('tells the server of a wish that was said before it was known whose it is, also on another page', async () => {
  const shared = { directory, stored: new Map<string, string>(), surveys: [siteSurvey('s')] };
  const first = await openPage(shared);
  await vi.waitFor(() => expect(first.body.all('form')).toHaveLength(1));
  first.body.button('Don’t ask again')?.fire('click');
  await settle();
  expect(first.wishes).toEqual([]);
  const second = await openPage(shared);
  second.api.identify('token of Ann', {});
  second.api.identify('token of Ann', {});
  await vi.waitFor(() => expect(second.wishes).toEqual([{ token: 'token of Ann', never: true }]));
  await vi.waitFor(() => expect(second.memory()).not.toHaveProperty('wish'));
});

it('asks anew, as the server decides, who is named while a question stands that they have not answered', async () => {
  const decide = ({ token }: { token?: string | null }) => ({ ask: token !== 'token of Bob' });
  const surveys = [siteSurvey('s', { coolDownDays: 9 }), siteSurvey('t', { mode: 'inline' })];
  const [bob, ann] = [
    await openPage({ directory, surveys, decide, place: 't' }),
    await openPage({ directory, surveys, decide, place: 't' }),
  ];
  const formsOf = ({ body, place }: typeof bob) => [body, place].map((part) => part.all('form').length);
  for (const page of [bob, ann]) await vi.waitFor(() => expect(formsOf(page)).toEqual([1, 1]));
  bob.api.identify('token of Bob');
  bob.api.identify('token of Bob');
  await vi.waitFor(() => expect([formsOf(bob), bob.asked.length]).toEqual([[0, 0], 4]));
  // What is being answered stays.
  await choose(ann.body, 9);
  ann.api.identify('token of Ann');
  await vi.waitFor(() => expect(ann.asked.map(({ survey }) => survey).sort()).toEqual(['s', 't', 't']));
  await vi.waitFor(() => expect(formsOf(ann)).toEqual([1, 1]));
  expect(ann.sent).toMatchObject([{ answers: { nps: 9 } }]);
});

it('goes on by itself with what was begun at an event', async () => {
  const shared = {
    directory,
    stored: new Map<string, string>(),
    surveys: [siteSurvey('s', { event: 'paid', coolDownDays: 9 })],
  };
  const first = await openPage(shared);
  await settle();
  expect(first.asked).toEqual([]);
  first.api.track('paid');
  await choose(first.body, 3);
  const second = await openPage(shared);
  await vi.waitFor(() => expect(second.asked).toHaveLength(1));
  expect(second.asked[0]?.responseId).toBe(first.sent[0]?.responseId);
});

it('counts the time from when the question was first read, also where it is asked anew of who is named', async () => {
  const page = await openPage({ directory, surveys: [siteSurvey('s')] });
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 120));
  page.api.identify('token of Ann');
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  await choose(page.body, 9);
  await vi.waitFor(() => expect(page.sent).toHaveLength(1));
  expect(page.sent[0]?.elapsedMs).toBeGreaterThanOrEqual(100);
});

it('forgets what stood there for nobody known where it is not for who is named', async () => {
  const waiting = siteSurvey('s', { event: 'paid' });
  const surveysOf = (token: string | null | undefined) => (token ? [] : [waiting]);
  const page = await openPage({ directory, surveys: [waiting], surveysOf });
  await settle();
  page.api.track('paid');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  page.api.identify('token of Ann');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(0));
  page.api.reset();
  await settle();
  expect(page.asked).toHaveLength(1);
});

it('takes the closing of what people open themselves for no wish, also where the page shows it and was not told of it', async () => {
  const { never: _, ...words } = wordsFor('en');
  const surveys = [siteSurvey('own', { words }), siteSurvey('asks')];
  const page = await openPage({ directory, surveys, surveysOf: () => [] });
  const close = async (key: string) => {
    page.api.show(key);
    await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
    page.body.button('Not now')?.fire('click');
    expect(page.body.all('form')).toHaveLength(0);
    return page.memory().snoozedUntil;
  };
  expect(await close('own')).toBeUndefined();
  expect(await close('asks')).toBeGreaterThan(Date.now());
});
