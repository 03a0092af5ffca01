import type { Api, Call, Site } from './api';
import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/**
 * All that every visitor downloads: it learns what runs on the site and keeps the calls of the page. What asks, what draws
 * and what only some questions need are files of their own, loaded when there is something to ask.
 */
const script = document.currentScript as HTMLScriptElement | null;
const origin = script && new URL(script.src).origin;
const site = script?.dataset.site;

const api = `${origin}/api/widget/${site}`;
const surveys: SiteSurvey[] = [];
/** Files that the surveys of the site need besides the one that asks; undefined: nothing runs there for anybody. */
let more: string[] | undefined = [];
/** For whom it was learnt what runs, and that it was. */
let named: string | null = null;
let found: Promise<void> | undefined;
let real: Api | undefined;
let waiting: Call[] = [];
const loaded: Record<string, Promise<void>> = {};
/** A page that trusts no text as an address must allow the policy "verbatim", if it names those it allows. */
let policy: { createScriptURL: (url: string) => string } | undefined;

const push: Api['push'] = (...calls) => {
  if (real) return real.push(...calls);
  waiting.push(...calls);
  findAndStart();
};

/**
 * As plain text, for then the browser sends it without asking first. It goes on when the page is left, unless it is long: more
 * than 64 kB browsers would not even begin to send so.
 */
const post: Site['post'] = (what, content) => {
  const body = JSON.stringify({ lang: document.documentElement.lang, ...content });
  return fetch(`${api}/${what}`, { method: 'POST', body, keepalive: body.length < 2e4 });
};

const learn: Site['learn'] = (token = null) => {
  // Where nothing runs, nobody is told of.
  if (!found || (named !== token && more)) {
    named = token;
    found = (
      token ? post('surveys', { token }) : fetch(`${api}/surveys?lang=${document.documentElement.lang}`)
    )
      .then((response) => response.json())
      .then((list) => {
        // Another one was named meanwhile.
        if (named !== token) return;
        surveys.splice(0, 1e9, ...list.surveys);
        ({ more } = list);
        // Whoever builds the page learns why nobody is known by their token.
        if (list.problem) console.warn(list.problem);
      })
      // Without a network it stays as it was.
      .catch(() => undefined);
  }
  return found;
};

/** Loads one of our files, once; a failure may be tried again. */
function load(name: string): Promise<void> {
  loaded[name] ??= new Promise<void>((resolve, reject) => {
    const element = document.createElement('script');
    const url = `${origin}/verbatim-${name}.js`;
    policy ??= window.trustedTypes?.createPolicy('verbatim', { createScriptURL: (same) => same });
    element.src = policy?.createScriptURL(url) ?? url;
    element.nonce = script?.nonce ?? '';
    element.onload = () => resolve();
    element.onerror = () => {
      delete loaded[name];
      reject();
    };
    document.head.append(element);
  });
  return loaded[name];
}

function findAndStart(): void {
  const token = waiting.filter(([name]) => name === 'identify').pop()?.[1] as string | null | undefined;
  void learn(token).then(() => mayAsk() && startAsking());
}

function startAsking(): void {
  const start = () => {
    if (real || !window.verbatimAsk) return;
    real = window.verbatimAsk({ surveys, learn, load, post, stored });
    real.push(...waiting);
  };
  Promise.all(['ask', ...(more ?? [])].map(load)).then(start, () => undefined);
}

function stored(): Partial<Memory> {
  try {
    return JSON.parse(localStorage.getItem('verbatim') ?? '{}');
  } catch {
    // Withheld by the browser: nothing is remembered.
    return {};
  }
}

/** Whether anything may be asked here, or waits to be sent. */
function mayAsk(): unknown {
  const { never, snoozedUntil = 0, askedAt = 0, begun = {}, queue = {}, wish } = stored();
  const now = Date.now();
  return (
    wish?.token ||
    Object.keys(queue)[0] ||
    // To be done even where nobody would be asked by itself. Whoever is named now may have said something about it before.
    waiting.some(([name]) => /show|reset/.test(name) || (wish && name === 'identify')) ||
    surveys.some(
      ({ mode, groups, key, coolDownDays }) =>
        mode === 'button' ||
        // Rules may be about events: what happens while nobody is asked is kept, too.
        groups ||
        !(never || snoozedUntil > now || (!(key in begun) && now - askedAt < coolDownDays * 86_400_000)),
    )
  );
}

// A page that has the script twice has it once.
const given = window.verbatim ?? [];
if (site && Array.isArray(given)) {
  waiting = given;
  const calls: Record<string, unknown> = { push };
  for (const name of ['identify', 'track', 'show', 'reset'] as const)
    calls[name] = (...rest: unknown[]) => push([name, ...rest]);
  window.verbatim = calls as unknown as Api;
  findAndStart();
}
