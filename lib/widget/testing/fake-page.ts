import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { expect, vi } from 'vitest';
import { makeTemplate } from '@/lib/surveys/templates';
import { wordsFor } from '@/lib/surveys/words';
import { SHORTENED } from '../../../scripts/steps/widget.mjs';
import type { Api } from '../api';
import type { ShownSurvey, SiteSurvey } from '../site-survey';

/** An element as far as the scripts need one. */
export class FakeElement {
  children: FakeElement[] = [];
  parent: FakeElement | null = null;
  attributes = new Map<string, string>();
  listeners = new Map<string, (event: object) => void>();
  textContent = '';
  value = '';
  hidden = false;
  style: Record<string, string> = {};
  adoptedStyleSheets: object[] = [];
  constructor(readonly tag: string) {}
  append(...children: (FakeElement | string)[]) {
    for (const child of children) {
      if (typeof child === 'string') this.textContent += child;
      else {
        this.children.push(child);
        child.parent = this;
      }
    }
  }
  replaceChildren(...children: (FakeElement | string)[]) {
    for (const child of this.children) child.parent = null;
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
    this.append(root);
    return root;
  }
  get isConnected() {
    return this.parent !== null;
  }
  contains = () => false;
  /** What the scripts look for within an element is what they have drawn there. */
  querySelector = () => this.children[0] ?? null;
  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
  }
  focus() {}
  /** Every element of a tag within it. */
  all(tag: string): FakeElement[] {
    return this.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.all(tag)]);
  }
  /** A button of these words. */
  button(words: string): FakeElement | undefined {
    return this.all('button').find(({ textContent }) => textContent === words);
  }
  fire(name: string) {
    this.listeners.get(name)?.({ preventDefault() {}, detail: 0 });
  }
}

interface Sent {
  survey: string;
  responseId: string;
  revision: number;
  answers: Record<string, unknown>;
  isDone: boolean;
  elapsedMs: number;
  token?: string | null;
}

type Asked = Record<'survey' | 'responseId' | 'channel', string> & {
  isCalled: boolean;
  lot: number;
  token?: string | null;
};

interface PageOptions {
  /** Where the built scripts lie. */
  directory: string;
  surveys: ShownSurvey[];
  /** What runs for the person of a token, if that is something else. */
  surveysOf?: (token: string | null | undefined) => SiteSurvey[];
  /** Of the browser: all its pages share it. */
  stored?: Map<string, string>;
  /** What the server decides; the words of what may ask come with it. */
  decide?: (asked: Asked) => { ask: boolean } & Record<string, unknown>;
  /** What the network does with a save. */
  take?: (sent: Sent) => number;
  /** The survey that has a place in the page. */
  place?: string;
  /** How long the server thinks about whether to ask. */
  thinksMs?: number;
}

/** A page that has the script, as it is built and shortened, without a browser. */
export async function openPage(options: PageOptions) {
  const {
    directory,
    surveys,
    stored = new Map(),
    decide = () => ({ ask: true }),
    take = () => 200,
    thinksMs = 0,
  } = options;
  const [sent, asked, wishes]: [Sent[], Asked[], object[]] = [[], [], []];
  const [body, place] = [new FakeElement('body'), new FakeElement('div')];
  const history: Partial<Pick<History, 'pushState' | 'replaceState'>> = {
    pushState: (_, __, address) => goTo(`${address}`),
    replaceState: (_, __, address) => goTo(`${address}`),
  };
  const location = { href: 'https://shop.example/' };
  const goTo = (address: string) => {
    location.href = new URL(address, location.href).href;
  };
  /** Tells the scripts that what they look at has changed. */
  const observers: (() => void)[] = [];
  const page: vm.Context = vm.createContext({
    ...{ setTimeout, clearTimeout, Blob, URL, Map, Set },
    ...{ history, location, matchMedia: () => ({ matches: false }) },
    MutationObserver: class {
      constructor(private readonly tell: () => void) {}
      observe() {
        observers.push(this.tell);
      }
    },
    CSSStyleSheet: class {
      replaceSync() {}
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    document: {
      ...{ body, addEventListener() {} },
      createElement: (tag: string) => new FakeElement(tag),
      querySelector: (selector: string) =>
        options.place && selector.includes(`"${options.place}"`) ? place : null,
    },
    addEventListener() {},
    async fetch(url: string, { body: text }: { body: string }) {
      const said = JSON.parse(text);
      if (url.endsWith('/ask')) {
        asked.push(said);
        await new Promise((resolve) => setTimeout(resolve, thinksMs));
        const survey = surveys.find(({ key }) => key === said.survey);
        return { ok: true, json: async () => (decide(said).ask ? { survey, ...decide(said) } : {}) };
      }
      const status = take(said);
      if (status === 0) throw new TypeError('no network');
      if (url.endsWith('/preference')) {
        wishes.push(said);
        return { ok: true, status: 204 };
      }
      sent.push(said);
      return { ok: true, status, json: async () => ({ outcome: 'saved' }) };
    },
  });
  page.window = page;
  const load = async (name: string) => {
    vm.runInContext(fs.readFileSync(path.join(directory, `verbatim-${name}.js`), 'utf8'), page);
  };
  const needs = (file: string, mode: SiteSurvey['mode']) =>
    surveys.some((each) => each.mode === mode) ? [file] : [];
  const more = [
    ...needs('tab', 'button'),
    ...needs('places', 'inline'),
    ...(surveys.some(({ groups }) => groups) ? ['rules'] : []),
  ];
  for (const name of ['ask', ...more]) await load(name);
  const listed: SiteSurvey[] = [...surveys];
  const api: Api = page.verbatimAsk({
    ...{ surveys: listed, [SHORTENED.load]: load },
    [SHORTENED.post]: (what: string, content: object) =>
      page.fetch(`/api/${what}`, { body: JSON.stringify(content) }),
    [SHORTENED.stored]: () => JSON.parse(stored.get('verbatim') ?? '{}'),
    [SHORTENED.learn]: async (token?: string | null) => {
      if (options.surveysOf) listed.splice(0, listed.length, ...options.surveysOf(token));
    },
  });
  const memory = () => JSON.parse(stored.get('verbatim') ?? '{}');
  const mutate = () => {
    for (const tell of observers) tell();
  };
  return { body, place, api, sent, asked, wishes, memory, history: history as History, mutate };
}

/** A survey of NPS and a reason, as a site gets it. */
export function siteSurvey(key: string, more: Partial<ShownSurvey> = {}): ShownSurvey {
  return {
    ...{ key, version: 1, definition: makeTemplate('nps'), words: wordsFor('en') },
    ...{ mode: 'popover', delaySeconds: 0, coolDownDays: 0, accent: '#000000' },
    ...(more.mode === 'button' && { tab: { text: 'Feedback', lang: 'en', accent: '#000000' } }),
    ...more,
  };
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Chooses a point of the scale that stands there, as the keyboard does. */
export async function choose(within: FakeElement, score: number): Promise<void> {
  const points = await vi.waitFor(() => {
    const found = within.all('input');
    expect(found).toHaveLength(11);
    return found;
  });
  points[score]?.fire('change');
}
