import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '@/lib/widget/memory';

/** A browser as far as a delivery needs one: a network that fails as told, and a storage that may be blocked. */
function openBrowser({ isBlocked = false } = {}) {
  const stored = new Map<string, string>();
  const sent: Delivery[] = [];
  const replies: (number | 'offline')[] = [];
  const online: (() => void)[] = [];
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      if (isBlocked) throw new Error('blocked');
      return stored.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      if (isBlocked) throw new Error('blocked');
      stored.set(key, value);
    },
  });
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => online.push(listener));
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const reply = replies.shift() ?? 200;
    if (reply === 'offline') throw new TypeError('no network');
    sent.push(JSON.parse(body));
    return { status: reply };
  });
  const goOnline = () => {
    for (const listener of online) listener();
  };
  return { sent, replies, goOnline };
}

const saving = (revision: number, responseId = 'r1'): Delivery => ({
  ...{ survey: 's', responseId, revision, answers: { nps: revision }, isDone: false },
  ...{ elapsedMs: 1000, channel: 'popover', language: 'en' },
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
  const { recall } = await import('@/lib/widget/memory');
  startDelivering({ api: '/api', load });
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
