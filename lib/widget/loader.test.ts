import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api, Call, Start } from '@/lib/widget/api';

/** A page as far as the loader needs one: it lists the files that were asked for, and runs what asks. */
function openPage({
  surveys = [] as object[],
  more = undefined as string[] | undefined,
  memory = {},
  waiting = undefined as Call[] | undefined,
  known = undefined as object[] | undefined,
} = {}) {
  const files: string[] = [];
  const calls: Call[] = [];
  const api = { push: (...more: Call[]) => calls.push(...more) } as unknown as Api;
  const window: { verbatim?: Api | Call[]; verbatimAsk?: Start } = waiting ? { verbatim: waiting } : {};
  vi.stubGlobal('window', window);
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(memory) });
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, { method = 'GET' } = {}) => {
    asked.push(method);
    return {
      ok: true,
      json: async () => (method === 'GET' ? { surveys, more } : { surveys: known ?? surveys, more }),
    };
  });
  vi.stubGlobal('document', {
    currentScript: { src: 'https://voc.example/verbatim.js', dataset: { site: 'k' }, nonce: '' },
    documentElement: { lang: 'en' },
    createElement: () => ({}),
    head: {
      append(script: { src: string; onload: () => void }) {
        files.push(new URL(script.src).pathname);
        window.verbatimAsk = () => api;
        queueMicrotask(script.onload);
      },
    },
  });
  return { window, files, calls, asked };
}

const popover = { key: 's', mode: 'popover' };
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

async function load(page: ReturnType<typeof openPage>) {
  await import('@/lib/widget/loader');
  await settle();
  return page;
}

it.each<[string, Parameters<typeof openPage>[0], string[]]>([
  ['nothing runs', {}, []],
  ['a survey runs', { surveys: [popover] }, ['/verbatim-ask.js']],
  ['the person wants no questions', { surveys: [popover], memory: { never: true } }, []],
  [
    'nor one that stands in the page',
    { surveys: [{ mode: 'inline' }], memory: { snoozedUntil: Date.now() + 10_000 } },
    [],
  ],
  [
    'they open what has a button themselves',
    { surveys: [{ mode: 'button' }], memory: { never: true }, more: ['tab'] },
    ['/verbatim-ask.js', '/verbatim-tab.js'],
  ],
  ['an answer waits to be sent', { memory: { queue: { r: {} } } }, ['/verbatim-ask.js']],
  ['nobody is named who said so', { surveys: [popover], memory: { never: true, wish: { never: true } } }, []],
  [
    'somebody is named who said so',
    { surveys: [popover], memory: { never: true, wish: { never: true } }, waiting: [['identify', 'token']] },
    ['/verbatim-ask.js'],
  ],
  [
    'the page shows one',
    { surveys: [popover], memory: { never: true }, waiting: [['show', 's']] },
    ['/verbatim-ask.js'],
  ],
])('loads what asks only where something may be asked: %s', async (_, page, files) => {
  expect((await load(openPage(page))).files).toEqual(files);
});

it('keeps the calls of the page, in their order, for what asks', async () => {
  const { window, calls } = await load(openPage({ surveys: [popover], waiting: [['identify', 'token']] }));
  (window.verbatim as Api).show('s', { fields: { campaign: 'spring' } });
  expect(calls).toEqual([
    ['identify', 'token'],
    ['show', 's', { fields: { campaign: 'spring' } }],
  ]);
});

it('loads what asks later, when the page shows a survey', async () => {
  const { window, files, calls } = await load(openPage({ surveys: [popover], memory: { never: true } }));
  (window.verbatim as Api).show('s');
  (window.verbatim as Api).track('paid');
  await settle();
  expect(files).toEqual(['/verbatim-ask.js']);
  expect(calls).toEqual([
    ['show', 's'],
    ['track', 'paid'],
  ]);
});

it('learns what runs for somebody who is named, also before it is known what runs for nobody', async () => {
  const early = await load(openPage({ more: [], known: [popover], waiting: [['identify', 'token']] }));
  expect([early.asked, early.files]).toEqual([['POST'], ['/verbatim-ask.js']]);
  vi.resetModules();
  const page = openPage({ more: [], known: [popover] });
  const loading = load(page);
  await vi.waitFor(() => expect(page.window.verbatim).toBeDefined());
  (page.window.verbatim as Api).identify('token');
  await loading;
  await settle();
  expect([page.asked, page.files]).toEqual([['GET', 'POST'], ['/verbatim-ask.js']]);
});

it('tells nobody of who is named where nothing runs', async () => {
  const { window, asked } = await load(openPage());
  (window.verbatim as Api).identify('token');
  await settle();
  expect(asked).toEqual(['GET']);
});
