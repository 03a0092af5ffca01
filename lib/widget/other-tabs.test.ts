import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shareResponse } from '@/lib/widget/other-tabs';

interface Channel {
  onmessage?: (event: { data: unknown }) => void;
}

/** Tabs of one browser, whose messages arrive at once. */
function openBrowser() {
  const channels = new Map<string, Channel[]>();
  vi.stubGlobal(
    'BroadcastChannel',
    class implements Channel {
      onmessage?: Channel['onmessage'];
      constructor(readonly name: string) {
        channels.set(name, [...(channels.get(name) ?? []), this]);
      }
      close() {
        channels.set(this.name, channels.get(this.name)?.filter((other) => other !== this) ?? []);
      }
      postMessage(data: unknown) {
        for (const other of channels.get(this.name) ?? []) if (other !== this) other.onmessage?.({ data });
      }
    },
  );
  let time = 0;
  return (responseId: string, { isFresh = true, name = 'survey' } = {}) => {
    const tab = { shows: responseId, form: new EventTarget() };
    const goTo = (other: string) => {
      tab.shows = other;
    };
    shareResponse({ name, responseId, isFresh, openedAt: ++time, form: tab.form, goTo });
    return tab;
  };
}

let open: ReturnType<typeof openBrowser>;
beforeEach(() => {
  open = openBrowser();
});
afterEach(() => vi.unstubAllGlobals());

it('goes to the response of the tab that was opened first', () => {
  const tabs = ['c', 'b', 'a'].map((responseId) => open(responseId));
  expect(tabs.map(({ shows }) => shows)).toEqual(['c', 'c', 'c']);
});

it('goes to the one that is begun, whichever was opened first', () => {
  const tabs = [open('a'), open('b', { isFresh: false }), open('c')];
  expect(tabs.map(({ shows }) => shows)).toEqual(['b', 'b', 'b']);
});

it('takes nobody from what they are writing', () => {
  const first = open('a');
  const second = open('b', { name: 'other' });
  second.form.dispatchEvent(new Event('input'));
  open('c', { name: 'other', isFresh: false });
  expect([first.shows, second.shows]).toEqual(['a', 'b']);
});

it('leaves surveys, people and hidden fields apart, and a browser that knows no such messages', () => {
  const tabs = [open('a'), open('b', { name: 'of another person' })];
  vi.stubGlobal('BroadcastChannel', undefined);
  tabs.push(open('c'));
  expect(tabs.map(({ shows }) => shows)).toEqual(['a', 'b', 'c']);
});
