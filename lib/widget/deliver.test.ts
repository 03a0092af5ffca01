import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '@/lib/widget/memory';

/** A browser as far as a delivery needs one: a network that fails as told, and a storage that may be blocked. */
function openBrowser({ isBlocked = false, mostBytes = 5_000_000 } = {}) {
  const stored = new Map<string, string>();
  const sent: (Delivery & { waitedMs: number })[] = [];
  /** What the network does: a status of our own server's, or what came in its place. */
  const replies: (number | 'offline' | 'stale' | { proxy: number })[] = [];
  const online: (() => void)[] = [];
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      if (isBlocked) throw new Error('blocked');
      return stored.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      if (isBlocked || value.length > mostBytes) throw new Error('blocked or full');
      stored.set(key, value);
    },
  });
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => online.push(listener));
  vi.stubGlobal('fetch', async (_: string, { body, keepalive }: { body: string; keepalive: boolean }) => {
    if (keepalive && Buffer.byteLength(body) > 65_536) throw new TypeError('too long to outlive its page');
    const reply = replies.shift() ?? 200;
    if (reply === 'offline') throw new TypeError('no network');
    sent.push(JSON.parse(body));
    if (typeof reply === 'object')
      return new Response('<h1>Wait</h1>', { status: reply.proxy, headers: { 'content-type': 'text/html' } });
    if (reply === 'stale') return Response.json({ outcome: 'stale' });
    return reply < 300
      ? Response.json({ outcome: 'saved' })
      : new Response('{}', { status: reply, headers: { 'content-type': 'application/problem+json' } });
  });
  const goOnline = () => {
    for (const listener of online) listener();
  };
  return { sent, replies, goOnline };
}

const saving = (revision: number, responseId = 'r1', more: Partial<Delivery> = {}): Delivery => ({
  ...{ survey: 's', responseId, revision: revision - 1, answers: { nps: revision }, isDone: false },
  ...{ version: 1, at: Date.now(), elapsedMs: 1000, channel: 'popover', language: 'en' },
  ...more,
});

/** The modules as a page that was just opened has them. `failures` is how often what sends does not come. */
async function openPage({ failures = 0 } = {}) {
  vi.resetModules();
  vi.stubGlobal('window', {});
  await import('@/lib/widget/send');
  const load = async () => {
    if (failures-- > 0) throw new Error('not loaded');
  };
  const { deliver, startDelivering } = await import('@/lib/widget/deliver');
  const { recall, startRemembering } = await import('@/lib/widget/memory');
  startRemembering(() => {
    try {
      return JSON.parse(localStorage.getItem('verbatim') ?? '{}');
    } catch {
      return {};
    }
  });
  const post = (what: string, content: unknown) =>
    fetch(`/api/${what}`, { method: 'POST', body: JSON.stringify(content) });
  startDelivering({ post, load });
  return { deliver, waiting: () => Object.values(recall().queue).map(({ revision }) => revision) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a delivery', () => {
  it('is tried again when the network is back', async () => {
    const { sent, replies, goOnline } = openBrowser();
    const { deliver, waiting } = await openPage();
    replies.push('offline');
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect([sent.length, waiting()]).toEqual([0, [1]]);
    goOnline();
    await vi.advanceTimersByTimeAsync(10);
    expect([sent.length, waiting()]).toEqual([1, []]);
  });

  it('is tried again after a fault of the server, by the next page if need be, and not after a refusal', async () => {
    const { sent, replies } = openBrowser();
    replies.push(500, 429);
    const first = await openPage();
    first.deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect(first.waiting()).toEqual([1]);
    const second = await openPage();
    await vi.advanceTimersByTimeAsync(10);
    expect(second.waiting()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(second.waiting()).toEqual([]);
    const tries = sent.length;
    replies.push(409);
    second.deliver(saving(2));
    await vi.advanceTimersByTimeAsync(120_000);
    expect([sent.length, second.waiting()]).toEqual([tries + 1, []]);
  });

  it('is tried again where it was not our server that refused it', async () => {
    const { sent, replies } = openBrowser();
    const { deliver, waiting } = await openPage();
    const proxies = [401, 403, 404, 408, 413, 200].map((proxy) => ({ proxy }));
    replies.push(...proxies);
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect([sent.length, waiting()]).toEqual([1, [1]]);
    await vi.advanceTimersByTimeAsync(300_000);
    expect([sent.length, waiting()]).toEqual([proxies.length + 1, []]);
  });

  it('waits where what sends does not come, and goes out once it does', async () => {
    const { sent } = openBrowser();
    const { deliver, waiting } = await openPage({ failures: 1 });
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect([sent.length, waiting()]).toEqual([0, [1]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent.length, waiting()]).toEqual([1, []]);
  });

  it('sends the latest save of each response, also one that came while another was on its way', async () => {
    const { sent } = openBrowser();
    const { deliver, waiting } = await openPage();
    deliver(saving(1));
    deliver(saving(2));
    deliver(saving(1, 'r2'));
    await vi.advanceTimersByTimeAsync(10);
    expect(waiting()).toEqual([]);
    expect(sent.filter(({ responseId }) => responseId === 'r1').at(-1)?.revision).toBe(2);
    expect(sent.filter(({ responseId }) => responseId === 'r2')).toHaveLength(1);
  });

  it('takes nothing away from what another tab or an earlier page has not sent yet', async () => {
    const { sent, replies } = openBrowser();
    replies.push('offline', 'offline');
    const first = await openPage();
    const second = await openPage();
    // Both began where the server knew one save.
    first.deliver(saving(2, 'r1', { answers: { nps: 9, why: 'Slow.' }, isDone: true }));
    second.deliver(saving(2, 'r1', { answers: { nps: 3 } }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.at(-1)).toMatchObject({ answers: { nps: 3, why: 'Slow.' }, isDone: true, revision: 3 });
    expect(second.waiting()).toEqual([]);
    first.deliver(saving(2, 'r1', { answers: { why: '' } }));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.at(-1)).toMatchObject({ answers: { why: '' }, revision: 4 });
  });

  it('is heard where another device of the same person is ahead', async () => {
    const { sent, replies } = openBrowser();
    const { deliver, waiting } = await openPage();
    replies.push('stale');
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.map(({ revision }) => revision)).toEqual([1, 11]);
    expect(waiting()).toEqual([]);
  });

  it('says how long it has waited', async () => {
    const { sent, replies } = openBrowser();
    replies.push(503);
    const { deliver } = await openPage();
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.map(({ waitedMs }) => waitedMs)).toEqual([0, 4000]);
    expect(sent[1]).not.toHaveProperty('at');
  });

  it('goes out where it is longer than what outlives a page', async () => {
    const { sent } = openBrowser();
    const { deliver, waiting } = await openPage();
    deliver(
      saving(1, 'r1', { answers: { a: '語'.repeat(10_000), b: '語'.repeat(10_000), c: 'x'.repeat(9999) } }),
    );
    await vi.advanceTimersByTimeAsync(10);
    expect([sent.length, waiting()]).toEqual([1, []]);
  });

  it('is kept by the page where the storage is full', async () => {
    const { sent, replies } = openBrowser({ mostBytes: 500 });
    const { deliver, waiting } = await openPage();
    replies.push('offline', 'offline');
    deliver(saving(1));
    deliver(saving(2, 'r1', { answers: { why: 'x'.repeat(600) } }));
    await vi.advanceTimersByTimeAsync(10);
    expect(waiting()).toEqual([2]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting()).toEqual([]);
    expect(sent.at(-1)?.answers).toMatchObject({ nps: 1, why: expect.stringContaining('xx') });
    deliver(saving(3));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.at(-1)?.revision).toBe(3);
  });

  it('goes out where the browser withholds its storage', async () => {
    const { sent, replies } = openBrowser({ isBlocked: true });
    const { deliver, waiting } = await openPage();
    replies.push(503);
    deliver(saving(1));
    await vi.advanceTimersByTimeAsync(10);
    expect(waiting()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent.length, waiting()]).toEqual([2, []]);
  });
});
