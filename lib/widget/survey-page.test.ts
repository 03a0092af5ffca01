import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A survey's page as far as its script needs one: a form of one answer, and a network that does as told. */
async function openPage() {
  const on: Record<string, (() => void)[]> = {};
  const listen = (name: string, listener: () => void) => {
    on[name] = [...(on[name] ?? []), listener];
  };
  const fire = async (name: string) => {
    for (const listener of on[name] ?? []) listener();
    await vi.advanceTimersByTimeAsync(0);
  };
  const answers = { why: '' };
  const sent: Record<string, string>[] = [];
  const network: { reply: number | 'offline' } = { reply: 200 };
  vi.stubGlobal('addEventListener', listen);
  vi.stubGlobal('document', {
    addEventListener: listen,
    querySelector: () => ({
      ...{ action: '/s/x/answer', dataset: {}, querySelector: () => null, addEventListener: listen },
    }),
  });
  vi.stubGlobal(
    'FormData',
    class {
      *[Symbol.iterator]() {
        yield ['answer', answers.why];
      }
    },
  );
  vi.stubGlobal(
    'fetch',
    async (_: string, { body, keepalive }: { body: URLSearchParams; keepalive: boolean }) => {
      if (keepalive && `${body}`.length > 65_536) throw new TypeError('too long to outlive its page');
      if (network.reply === 'offline') throw new TypeError('no network');
      sent.push(Object.fromEntries(body));
      return { ok: network.reply < 300 };
    },
  );
  vi.resetModules();
  await import('@/lib/widget/survey-page');
  return { answers, sent, network, fire };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('saves what is answered, and not again what has come', async () => {
  const { answers, sent, fire } = await openPage();
  answers.why = 'Slow.';
  await fire('change');
  await fire('online');
  await fire('pagehide');
  expect(sent).toEqual([{ answer: 'Slow.', stay: '1' }]);
});

it.each(['online', 'pagehide'])(
  'sends again at %s what the network or the server did not take',
  async (event) => {
    const { answers, sent, network, fire } = await openPage();
    answers.why = 'Slow.';
    network.reply = 'offline';
    await fire('change');
    expect(sent).toEqual([]);
    network.reply = 502;
    await fire('online');
    network.reply = 200;
    await fire(event);
    await fire(event);
    expect(sent).toHaveLength(2);
  },
);

it('sends what is longer than what outlives a page', async () => {
  const { answers, sent, fire } = await openPage();
  answers.why = '語'.repeat(10_000);
  await fire('change');
  expect(sent).toHaveLength(1);
});
