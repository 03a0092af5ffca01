import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { expect, it, vi } from 'vitest';
import { makeTemplate } from '@/lib/surveys/templates';
import { wordsFor } from '@/lib/surveys/words';
import { buildWidget, SHORTENED } from '../../scripts/steps/widget.mjs';

/** An element as far as the scripts need one. */
class FakeElement {
  children: FakeElement[] = [];
  attributes = new Map<string, string>();
  listeners = new Map<string, (event: object) => void>();
  textContent = '';
  value = '';
  adoptedStyleSheets: object[] = [];
  constructor(readonly tag: string) {}
  append(...children: (FakeElement | string)[]) {
    for (const child of children) {
      if (typeof child === 'string') this.textContent += child;
      else this.children.push(child);
    }
  }
  replaceChildren(...children: (FakeElement | string)[]) {
    this.children = [];
    this.append(...children);
  }
  setAttribute(name: string, value: string) {
    this.attributes.set(name, value);
  }
  addEventListener(name: string, listener: (event: object) => void) {
    this.listeners.set(name, listener);
  }
  attachShadow() {
    const root = new FakeElement('root');
    this.children.push(root);
    return root;
  }
  contains = () => false;
  querySelector = () => null;
  remove() {}
  focus() {}
  /** Every element of a tag within it. */
  all(tag: string): FakeElement[] {
    return this.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.all(tag)]);
  }
  fire(name: string) {
    this.listeners.get(name)?.({ preventDefault() {}, detail: 0 });
  }
}

it('works as it is built and shortened, file by file, through a survey of two questions', async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-widget-'));
  const sent: { answers: object; isDone: boolean }[] = [];
  const body = new FakeElement('body');
  const stored = new Map<string, string>();
  const page: vm.Context = vm.createContext({
    ...{ setTimeout, clearTimeout, Blob, URL, Map, CSS: { escape: String } },
    ...{ history: {}, location: { href: 'https://shop.example/' }, matchMedia: () => ({ matches: false }) },
    CSSStyleSheet: class {
      replaceSync() {}
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    document: {
      ...{ body, querySelector: () => null, addEventListener() {} },
      createElement: (tag: string) => new FakeElement(tag),
    },
    addEventListener() {},
    async fetch(url: string, { body: text }: { body: string }) {
      if (url.endsWith('/ask')) return { ok: true, json: async () => ({ ask: true }) };
      sent.push(JSON.parse(text));
      return { ok: true, status: 200, json: async () => ({ outcome: 'saved' }) };
    },
  });
  page.window = page;
  try {
    await buildWidget(directory);
    const load = async (name: string) => {
      vm.runInContext(fs.readFileSync(path.join(directory, `verbatim-${name}.js`), 'utf8'), page);
    };
    await load('ask');
    const survey = {
      ...{ key: 's', definition: makeTemplate('nps'), words: wordsFor('en') },
      ...{ mode: 'popover', delaySeconds: 0 },
      ...{ coolDownDays: 0, accent: '#000000', onAccent: '#ffffff' },
    };
    page.verbatimAsk({ api: '/api', surveys: [survey], [SHORTENED.load]: load });
    const points = await vi.waitFor(() => {
      const found = body.all('input');
      expect(found).toHaveLength(11);
      return found;
    });
    points[9]?.fire('change');
    body.all('form')[0]?.fire('submit');
    const [text] = await vi.waitFor(() => {
      expect(body.all('input')).toHaveLength(0);
      return body.all('textarea');
    });
    if (text) text.value = 'Good.';
    text?.fire('change');
    body.all('form')[0]?.fire('submit');
    await vi.waitFor(() => expect(body.all('h2')[0]?.textContent).toBe('Thank you'));
    await vi.waitFor(() => expect(sent.at(-1)?.isDone).toBe(true));
    // Each save is what it adds.
    expect(Object.assign({}, ...sent.map(({ answers }) => answers))).toEqual({ nps: 9, why: 'Good.' });
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
});
