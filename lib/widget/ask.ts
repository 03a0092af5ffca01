import type { Api, Start, Traits } from './api';
import { openBox } from './box';
import type { Answers } from './definition';
import { deliver, flush, post, startDelivering } from './deliver';
import { forget, recall, remember } from './memory';
import type { Rules } from './rules';
import type { SiteSurvey, Wish } from './site-survey';
import type { Drawn, Tab } from './tab';
import { mayAskNow, SNOOZE_DAYS } from './targeting';

/** As long as the server lets a response be finished. */
const FINISH_WITHIN_MS = 7 * 86_400_000;

let load: Parameters<Start>[0]['load'];
let token: string | undefined;
let traits: Traits = {};
let surveys: SiteSurvey[] = [];
/** What is drawn, by survey; in the corner is at most one. */
const open = new Map<string, Drawn>();
let tab: Tab | undefined;
let rules: Rules | undefined;
let timers: ReturnType<typeof setTimeout>[] = [];

const calls: Api = {
  identify(newToken, newTraits = {}) {
    token = newToken ?? undefined;
    traits = newTraits;
    look();
  },
  track(event) {
    if (rules?.note(event)) look();
    const survey = surveys.find((each) => each.mode === 'popover' && each.event === event && mayAsk(each));
    if (survey) void ask(survey);
  },
  show(key, options) {
    const survey = surveys.find((each) => each.key === key);
    if (!survey || recall().never) return;
    const wish = { isWished: true, fields: options?.fields };
    if (survey.mode === 'button') withTab(({ ask }) => ask(survey, wish));
    else void ask(survey, wish);
  },
  reset() {
    for (const [key, { isCorner }] of open) if (isCorner) dismiss(key);
    token = undefined;
    traits = {};
    forget();
  },
  push(...waiting) {
    for (const [name, ...rest] of waiting) (calls[name] as (...values: unknown[]) => void)?.(...rest);
  },
};

function mayAsk(survey: SiteSurvey): boolean {
  return (
    isForHere(survey) && mayAskNow(survey, { memory: recall(), isKnown: Boolean(token), now: Date.now() })
  );
}

/** Whether it is for who is here, as far as the browser can tell. */
function isForHere(survey: SiteSurvey): boolean {
  return findGroups(survey)?.length !== 0;
}

/** Which of its groups of rules hold here; undefined for a survey that is for everybody. */
function findGroups(survey: SiteSurvey): number[] | undefined {
  return survey.groups && (rules?.find(survey, { traits, isVouched: Boolean(token) }) ?? []);
}

/** Looks what this page calls for: at its start, and whenever a page of a single-page application becomes another. */
function look(): void {
  timers.forEach(clearTimeout);
  timers = [];
  for (const survey of surveys) {
    const { mode, key, event, delaySeconds } = survey;
    const place = placeOf(key);
    const drawn = open.get(key);
    const isEmpty = place && !place.querySelector('[data-verbatim]') && !drawn?.isPending;
    if (mode === 'inline' && isEmpty && isForHere(survey) && !recall().doneAt[key]) {
      dismiss(key);
      void ask(survey);
    }
    if (mode === 'button') withTab(({ draw }) => draw(survey));
    if (mode !== 'popover' || event || drawn || !mayAskOrGoOn(survey)) continue;
    timers.push(setTimeout(() => mayAskOrGoOn(survey) && void ask(survey), delaySeconds * 1000));
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

/** Asks, unless another survey is being asked or the server knows better. @returns whether it is there now. */
async function ask(
  survey: SiteSurvey,
  { isWished = false, takesFocus = false, fields: given }: Wish = {},
): Promise<boolean> {
  const { key, mode } = survey;
  const isCorner = mode !== 'inline';
  const stated = { ...traits, ...given };
  const fields = rules ? rules.pick(survey, stated) : given;
  if (open.has(key) || (isCorner && [...open.values()].some((each) => each.isCorner))) return false;
  const pending = { close: () => undefined, isCorner, isPending: true };
  open.set(key, pending);
  const begun = recall().begun[key];
  const channel = isWished && mode === 'popover' ? 'button' : mode;
  const decision = await decide({
    ...{ survey: key, responseId: begun?.responseId ?? newId(), channel, fields },
    // What was begun goes on, wherever the person has come to.
    groups: begun ? undefined : findGroups(survey),
  });
  // It may have been dismissed meanwhile, by a sign-out.
  const isPending = open.get(key) === pending;
  if (isPending) open.delete(key);
  if (!decision || !isPending) return false;
  const { responseId, challenge } = decision;
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
    const { language } = survey.definition;
    const about = { survey: key, responseId, channel, language, token, fields, challenge };
    deliver({ ...about, revision, answers, isDone, elapsedMs });
  };
  const close = openBox({
    survey,
    answers: { ...decision.answers, ...begun?.answers },
    inside: isCorner ? null : placeOf(key),
    known: stated,
    load,
    save,
    takesFocus,
    leave(how, hadFocus) {
      open.delete(key);
      // To close what one opened oneself says nothing about being asked.
      if (how && channel === 'popover') refuse(how);
      if (mode === 'button') withTab(({ draw }) => draw(survey, hadFocus));
    },
  });
  open.set(key, { close, isCorner, isPending: false });
  // What sends, before it is needed, while there is a network.
  flush(challenge);
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
  /** What was answered and saved before. */
  answers: Answers;
  revision: number;
  /** What is to be solved before an answer counts, where the survey asks for it. */
  challenge?: string;
}

/** Whether to ask, as the server decides. A site without a network is not asked anything new. */
async function decide(asking: {
  survey: string;
  responseId: string;
  channel: string;
  groups: number[] | undefined;
  fields: Traits | undefined;
}): Promise<Decision | null> {
  const { responseId } = asking;
  const decision = await post('ask', { ...asking, token })
    .then((response) => response.json())
    .catch(() => null);
  return decision?.ask ? { responseId, answers: {}, revision: 0, ...decision } : null;
}

/** Surveys with a button are looked after by a file of their own. */
function withTab(run: (tab: Tab) => void): void {
  const start = () => {
    tab ??= window.verbatimTab?.({ open, ask, dismiss, isForHere });
    if (tab) run(tab);
  };
  load('tab').then(start, () => undefined);
}

/** A random UUID. Every browser ends such an address with one, also on pages without https, where `crypto.randomUUID` is not. */
function newId(): string {
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-36);
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
    for (const { key } of surveys) lots[key] ??= Math.random() * 100;
    for (const [key, { at }] of Object.entries(begun))
      if (Date.now() - at > FINISH_WITHIN_MS) delete begun[key];
  });
  followAddress();
  rules = window.verbatimRules?.({ surveys, recall, remember });
  // After the calls that have waited: they may say who it is.
  setTimeout(look);
  return calls;
};
