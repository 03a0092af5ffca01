import type { Api, Call } from './api';
import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/**
 * All that every visitor downloads: it learns what runs on the site and keeps the calls of the page. What asks, what draws
 * and what only some questions need are files of their own, loaded when there is something to ask.
 */
const script = document.currentScript as HTMLScriptElement | null;
const origin = script ? new URL(script.src).origin : '';
const site = script?.dataset.site ?? '';

let surveys: SiteSurvey[] = [];
/** Files that these surveys need besides the one that asks. */
let more: string[] = [];
let real: Api | undefined;
let waiting: Call[] = [];
const loaded: Record<string, Promise<void>> = {};
/** A page that trusts no text as an address must allow the policy "verbatim", if it names those it allows. */
let policy: { createScriptURL: (url: string) => string } | undefined;

const push: Api['push'] = (...calls) => {
  if (real) return real.push(...calls);
  waiting.push(...calls);
  if (surveys.length && mayAsk()) startAsking();
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

function startAsking(): void {
  const start = () => {
    if (real || !window.verbatimAsk) return;
    real = window.verbatimAsk({ api: `${origin}/api/widget/${site}`, surveys, load });
    real.push(...waiting);
  };
  Promise.all(['ask', ...more].map(load)).then(start, () => undefined);
}

/** Whether anything may be asked here, or waits to be sent. */
function mayAsk(): unknown {
  let memory: Partial<Memory> = {};
  try {
    memory = JSON.parse(localStorage.getItem('verbatim') ?? '{}');
  } catch {
    // Withheld by the browser: nothing is remembered.
  }
  const { never, snoozedUntil = 0, askedAt = 0, begun = {}, queue = {}, wish } = memory;
  const now = Date.now();
  return (
    wish?.token ||
    Object.keys(queue)[0] ||
    // To be done even where nobody would be asked by itself. Whoever is named now may have said something about it before.
    waiting.some(([name]) => name === 'show' || name === 'reset' || (wish && name === 'identify')) ||
    surveys.some(
      ({ mode, groups, key, coolDownDays }) =>
        mode === 'button' ||
        // Rules may be about events: what happens while nobody is asked is kept, too.
        groups ||
        !(
          never ||
          snoozedUntil > now ||
          (mode === 'popover' && !(key in begun) && now - askedAt < coolDownDays * 86_400_000)
        ),
    )
  );
}

async function begin(): Promise<void> {
  const api: Record<string, unknown> = { push };
  for (const name of ['identify', 'track', 'show', 'reset'] as const)
    api[name] = (...rest: unknown[]) => push([name, ...rest]);
  window.verbatim = api as unknown as Api;
  // What the page is written in, then what the browser's owner reads.
  const wanted = [document.documentElement.lang, ...navigator.languages].slice(0, 5);
  const response = await fetch(`${origin}/api/widget/${site}/surveys?lang=${wanted}`).catch(() => null);
  if (response?.ok) ({ surveys, more = [] } = await response.json());
  if (mayAsk()) startAsking();
}

// A page that has the script twice has it once.
const given = window.verbatim ?? [];
if (site && Array.isArray(given)) {
  waiting = given;
  void begin().catch(() => undefined);
}
