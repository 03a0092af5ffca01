import type { Api, Start, Traits } from './api';
import type { Answers } from './definition';
import { deliver, post, prove, startDelivering } from './deliver';
import { forget, recall, remember } from './memory';
import type { SiteSurvey } from './site-survey';
import { mayAskHere, SNOOZE_DAYS } from './targeting';

/** As long as the server lets a response be finished. */
const FINISH_WITHIN_MS = 7 * 86_400_000;

let load: Parameters<Start>[0]['load'];
let token: string | null = null;
let traits: Traits = {};
let surveys: SiteSurvey[] = [];
/** What is drawn, by survey; in the corner is at most one. */
const open = new Map<string, { close: () => void; isCorner: boolean; isPending: boolean }>();
const timers = new Set<ReturnType<typeof setTimeout>>();

const calls: Api = {
  identify(newToken, newTraits = {}) {
    token = newToken;
    traits = newTraits;
    look();
  },
  track(event) {
    const survey = surveys.find((each) => each.mode === 'popover' && each.event === event && mayAsk(each));
    if (survey) void ask(survey);
  },
  show(key, options) {
    const survey = surveys.find((each) => each.key === key);
    if (!survey || recall().never) return;
    const wish = { isWished: true, fields: options?.fields };
    void (survey.mode === 'button' ? askForButton(survey, wish) : ask(survey, wish));
  },
  reset() {
    for (const [key, { isCorner }] of open) if (isCorner) dismiss(key);
    token = null;
    traits = {};
    forget();
  },
  push(...waiting) {
    for (const [name, ...rest] of waiting) (calls[name] as (...values: unknown[]) => void)?.(...rest);
  },
};

function mayAsk(survey: SiteSurvey): boolean {
  return mayAskHere(survey, {
    memory: recall(),
    traits,
    href: location.href,
    isPhone: matchMedia('(max-width: 640px)').matches,
    isKnown: token !== null,
    now: Date.now(),
  });
}

/** Looks what this page calls for: at its start, and whenever a page of a single-page application becomes another. */
function look(): void {
  for (const timer of timers) clearTimeout(timer);
  timers.clear();
  for (const survey of surveys) {
    const { mode, key, event, delaySeconds } = survey;
    const place = placeOf(key);
    const drawn = open.get(key);
    const isEmpty = place && !place.querySelector('[data-verbatim]') && !drawn?.isPending;
    if (mode === 'inline' && isEmpty && !recall().doneAt[key]) {
      dismiss(key);
      void ask(survey);
    }
    if (mode === 'button' && !drawn) drawButton(survey);
    if (mode !== 'popover' || event !== '' || drawn || !(mayAsk(survey) || recall().begun[key])) continue;
    const later = setTimeout(() => mayAskOrGoOn(survey) && void ask(survey), delaySeconds * 1000);
    timers.add(later);
  }
}

/** The element of the page that a survey is to be drawn in. */
function placeOf(key: string): Element | null {
  return document.querySelector(`[data-verbatim-survey="${CSS.escape(key)}"]`);
}

function mayAskOrGoOn(survey: SiteSurvey): boolean {
  return survey.key in recall().begun || mayAsk(survey);
}

/** Takes away what is drawn of a survey. */
function dismiss(key: string): void {
  const drawn = open.get(key);
  open.delete(key);
  drawn?.close();
}

/** Why a survey is asked that does not come by itself. */
interface Wish {
  isWished?: boolean;
  /** Somebody pressed our button, and goes on from there. */
  takesFocus?: boolean;
  fields?: Traits | undefined;
}

/** Asks, unless another survey is being asked or the server knows better. @returns whether it is there now. */
async function ask(
  survey: SiteSurvey,
  { isWished = false, takesFocus = false, fields }: Wish = {},
): Promise<boolean> {
  const { key, mode } = survey;
  const isCorner = mode !== 'inline';
  if (open.has(key) || (isCorner && [...open.values()].some((each) => each.isCorner))) return false;
  const pending = { close: () => undefined, isCorner, isPending: true };
  open.set(key, pending);
  const begun = recall().begun[key];
  const channel = isWished && mode === 'popover' ? 'button' : mode;
  // What draws comes first: the server notes an asking, which must then be seen.
  await load('box').catch(() => undefined);
  const draw = window.verbatimBox;
  const decision = draw && (await decide(survey, begun?.responseId ?? newId(), channel));
  // It may have been dismissed meanwhile, by a sign-out.
  if (!draw || !decision || open.get(key) !== pending) {
    if (open.get(key) === pending) open.delete(key);
    return false;
  }
  const { responseId, challenge } = decision;
  if (challenge) void prove(challenge);
  let revision = Math.max(begun?.revision ?? 0, decision.revision);
  const shownAt = Date.now();
  if (channel === 'popover') remember((memory) => Object.assign(memory, { askedAt: shownAt }));
  const save = (answers: Answers, isDone: boolean) => {
    revision++;
    remember((memory) => {
      if (isDone) {
        delete memory.begun[key];
        memory.doneAt[key] = Date.now();
      } else memory.begun[key] = { responseId, revision, answers, at: Date.now() };
    });
    const elapsedMs = Date.now() - shownAt;
    deliver({
      ...{
        survey: key,
        responseId,
        revision,
        answers,
        isDone,
        elapsedMs,
        channel,
        language: survey.definition.language,
      },
      token: token ?? undefined,
      fields,
      challenge,
    });
  };
  const close = draw({
    survey,
    answers: { ...decision.answers, ...begun?.answers },
    inside: isCorner ? null : placeOf(key),
    load,
    save,
    takesFocus,
    leave(how, hadFocus) {
      open.delete(key);
      // To close what one opened oneself says nothing about being asked.
      if (how && channel === 'popover') refuse(how);
      if (mode === 'button') drawButton(survey, hadFocus);
    },
  });
  open.set(key, { close, isCorner, isPending: false });
  return true;
}

/** Keeps a person's wish not to be asked: in this browser, and on the server for a known person. */
function refuse(how: 'later' | 'never'): void {
  remember((memory) => {
    if (how === 'never') memory.never = true;
    memory.snoozedUntil = Date.now() + SNOOZE_DAYS * 86_400_000;
    memory.begun = {};
  });
  if (token) void post('preference', { token, never: how === 'never' }).catch(() => undefined);
}

interface Decision {
  responseId: string;
  answers: Answers;
  revision: number;
  /** What is to be solved before an answer counts, where the survey asks for it. */
  challenge?: string;
}

/** Whether to ask, as the server decides. A site without a network is not asked anything new. */
async function decide(survey: SiteSurvey, responseId: string, channel: string): Promise<Decision | null> {
  try {
    const response = await post('ask', {
      survey: survey.key,
      responseId,
      channel,
      token: token ?? undefined,
    });
    const decision = response.ok ? await response.json() : { ask: false };
    return decision.ask ? decision : null;
  } catch {
    return null;
  }
}

/** A button that is always there and opens its survey. */
function drawButton(survey: SiteSurvey, takesFocus = false): void {
  const { key } = survey;
  if (open.has(key)) return;
  const pending = { close: () => undefined, isCorner: false, isPending: true };
  open.set(key, pending);
  const draw = () => {
    if (open.get(key) !== pending) return;
    const onOpen = () => void askForButton(survey, { isWished: true, takesFocus: true });
    const close = window.verbatimTab?.(survey, onOpen, takesFocus);
    if (close) open.set(key, { close, isCorner: false, isPending: false });
  };
  load('tab').then(draw, () => open.delete(key));
}

/** Asks in place of the survey's button, which comes back if nothing is asked. */
async function askForButton(survey: SiteSurvey, wish: Wish): Promise<void> {
  if (open.get(survey.key)?.isCorner) return;
  dismiss(survey.key);
  if (!(await ask(survey, wish))) drawButton(survey, wish.takesFocus);
}

/** A random UUID, also on pages without https, where the browser has none to give. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A single-page application changes its address without loading: look anew then. */
function followAddress(): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name];
    history[name] = function changed(this: History, ...rest: Parameters<History['pushState']>) {
      change.apply(this, rest);
      setTimeout(look);
    };
  }
  addEventListener('popstate', look);
}

/** Starts asking: called by the loader, with what runs on the site. */
window.verbatimAsk = (site) => {
  ({ surveys, load } = site);
  startDelivering(site);
  remember(({ lots, begun }) => {
    for (const { key } of surveys) lots[key] ??= Math.floor(Math.random() * 100);
    for (const [key, { at }] of Object.entries(begun))
      if (Date.now() - at > FINISH_WITHIN_MS) delete begun[key];
  });
  followAddress();
  // After the calls that have waited: they may say who it is.
  setTimeout(look);
  return calls;
};
