import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { choose, openPage, settle, siteSurvey } from '@/lib/widget/testing/fake-page';
import { buildWidget } from '../../scripts/steps/widget.mjs';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
beforeAll(() => buildWidget(directory));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

const inline = siteSurvey('s', { mode: 'inline', coolDownDays: 30 });
const open = (stored: Map<string, string>, surveys = [inline]) =>
  openPage({ directory, stored, surveys, place: 's' });
const remember = (memory: object) => new Map([['verbatim', JSON.stringify(memory)]]);

it('asks in its place until it is answered, and then no more', async () => {
  const stored = new Map<string, string>();
  const first = await open(stored);
  await choose(first.place, 9);
  first.place.all('form')[0]?.fire('submit');
  await vi.waitFor(() => expect(first.place.all('textarea')).toHaveLength(1));
  first.place.all('form')[0]?.fire('submit');
  await vi.waitFor(() => expect(first.memory().doneAt.s).toBeGreaterThan(0));
  // Long after, too.
  const memory = first.memory();
  stored.set('verbatim', JSON.stringify({ ...memory, doneAt: { s: 1 } }));
  const second = await open(stored);
  await settle();
  expect(second.asked).toEqual([]);
});

it('leaves in peace who was asked lately, and who is not among its share, but goes on with what was begun', async () => {
  const asked = await open(remember({ askedAt: Date.now() - 86_400_000 }));
  const apart = await open(remember({ lots: { s: 50 } }), [{ ...inline, percentage: 50 }]);
  const begun = { s: { responseId: 'r', answers: { nps: 3 }, at: Date.now() } };
  const going = await open(remember({ askedAt: Date.now(), begun }));
  await vi.waitFor(() => expect(going.place.all('textarea')).toHaveLength(1));
  expect([asked.asked, apart.asked]).toEqual([[], []]);
});

it('learns anew what runs when somebody is named, and takes away what is not for them', async () => {
  const surveys = [inline, siteSurvey('t', { coolDownDays: 9 })];
  const surveysOf = (token: string | null | undefined) => (token ? [inline] : surveys);
  const page = await openPage({ directory, surveys, surveysOf, place: 's' });
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  page.api.identify('token of Ann');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(0));
  // What the page shows need not be among what comes of its own accord.
  page.api.show('t');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  expect(page.asked.at(-1)).toMatchObject({ survey: 't', channel: 'button', isCalled: true });
});

it('comes to the corner where a page shows it and has no place for it, and takes a “Not now” there', async () => {
  const page = await openPage({ directory, surveys: [inline] });
  page.api.show('s');
  await vi.waitFor(() => expect(page.body.all('form')).toHaveLength(1));
  expect(page.asked[0]).toMatchObject({ channel: 'button', isCalled: true });
  page.body.button('Not now')?.fire('click');
  expect(page.memory().snoozedUntil).toBeGreaterThan(Date.now());
});
