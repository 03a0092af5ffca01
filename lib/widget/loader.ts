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

let surveys: SiteSurvey[] | undefined;
let real: Api | undefined;
let waiting: Call[] = [];
const loaded: Record<string, Promise<void>> = {};
/** A page that trusts no text as an address must allow the policy "verbatim", if it names those it allows. */
let policy: { createScriptURL: (url: string) => string } | undefined;

const push: Api['push'] = (...calls) => {
  if (real) return real.push(...calls);
  waiting.push(...calls);
  // These two are to be done even where nobody would be asked by itself.
  if (surveys?.length && calls.some(([name]) => name === 'show' || name === 'reset')) startAsking();
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
    real = window.verbatimAsk({ api: `${origin}/api/widget/${site}`, surveys: surveys ?? [], load });
    real.push(...waiting);
    waiting = [];
  };
  // A file of its own for surveys that are not for everybody, or keep something of whom they ask.
  const files = surveys?.some(({ groups, fields }) => groups || fields) ? ['ask', 'rules'] : ['ask'];
  Promise.all(files.map(load)).then(start, () => undefined);
}

/** Whether anything may be asked here, or waits to be sent. */
function mayAsk(): boolean {
  let memory: Partial<Memory> = {};
  try {
    memory = JSON.parse(localStorage.getItem('verbatim') ?? '{}');
  } catch {
    // Withheld by the browser: nothing is remembered.
  }
  const { never, snoozedUntil = 0, askedAt = 0, begun = {} } = memory;
  const now = Date.now();
  const isQuiet = ({ key, coolDownDays }: SiteSurvey) =>
    never || snoozedUntil > now || (!(key in begun) && now - askedAt < coolDownDays * 86_400_000);
  return (
    Object.keys(memory.queue ?? {}).length > 0 ||
    waiting.some(([name]) => name === 'show' || name === 'reset') ||
    // Rules may be about events: what happens while nobody is asked is kept, too.
    (surveys ?? []).some((survey) => survey.mode !== 'popover' || survey.groups || !isQuiet(survey))
  );
}

async function begin(): Promise<void> {
  if (Array.isArray(window.verbatim)) waiting = window.verbatim;
  const api: Record<string, unknown> = { push };
  for (const name of ['identify', 'track', 'show', 'reset'] as const)
    api[name] = (...rest: unknown[]) => push([name, ...rest]);
  window.verbatim = api as unknown as Api;
  // What the page is written in, then what the browser's owner reads.
  const wanted = [document.documentElement.lang, ...navigator.languages].filter(Boolean).slice(0, 5);
  const response = await fetch(
    `${origin}/api/widget/${site}/surveys?lang=${encodeURIComponent(wanted.join())}`,
    { credentials: 'omit' },
  ).catch(() => null);
  if (response?.ok) ({ surveys } = await response.json());
  if (mayAsk()) startAsking();
}

// A page that has the script twice has it once.
if (site && (!window.verbatim || Array.isArray(window.verbatim))) void begin().catch(() => undefined);
