import type { Api, Start, Traits } from './api';
import { openBox } from './box';
import type { Answers } from './definition';
import { deliver, flush, post, startDelivering } from './deliver';
import { forget, recall, remember } from './memory';
import type { Rules } from './rules';
import type { SiteSurvey, Wish } from './site-survey';
import type { Drawn, Tab } from './tab';
import { mayAskNow, SNOOZE_DAYS, wantsPeace } from './targeting';

/** As long as the server lets a response be finished. */
const FINISH_WITHIN_MS = 30 * 86_400_000;

let load: Parameters<Start>[0]['load'];
let token: string | null | undefined;
let traits: Traits = {};
let surveys: SiteSurvey[] = [];
/** What is drawn, by survey; in the corner is at most one. */
const open = new Map<string, Drawn>();
/** Those that the server does not want asked on this page: the others have their turn. */
const passed = new Set<string>();
/** Files of their own, for surveys that have a button at the edge, and for those that are not for everybody. */
let tab: Tab | undefined;
let rules: Rules | undefined;
let timers: ReturnType<typeof setTimeout>[] = [];

const calls: Api = {
  identify(newToken, newTraits = {}) {
    token = newToken;
    traits = newTraits;
    look();
  },
  track(event) {
    if (rules?.note(event)) look();
    surveys.some((each) => each.mode === 'popover' && each.event === event && mayAsk(each) && ask(each));
  },
  show(key, options) {
    const survey = surveys.find((each) => each.key === key);
    if (!survey || recall().never) return;
    const wish = { isWished: true, fields: options?.fields };
    void (survey.mode === 'button' ? tab : { ask })?.ask(survey, wish);
  },
  reset() {
    for (const key of open.keys()) dismiss(key);
    forget();
    calls.identify(null);
  },
  push(...waiting) {
    for (const [name, ...rest] of waiting) (calls[name] as (...values: unknown[]) => void)?.(...rest);
  },
};

function mayAsk(survey: SiteSurvey): boolean {
  return isForHere(survey) && mayAskNow(survey, recall(), !!token);
}

/** Whether it is for who is here, as far as the browser can tell. */
function isForHere(survey: SiteSurvey): boolean {
  return findGroups(survey)?.length !== 0;
}

/** Which of its groups of rules hold here; undefined for a survey that is for everybody. */
function findGroups(survey: SiteSurvey): number[] | undefined {
  return survey.groups && (rules?.find(survey, { traits, isVouched: !!token }) ?? []);
}

/**
 * Looks what this page calls for: at its start, and whenever a page of a single-page application becomes another.
 * @param isSame whether it is still the page that was looked at
 */
function look(isSame?: unknown): void {
  if (isSame !== true) passed.clear();
  timers.forEach(clearTimeout);
  timers = [];
  for (const survey of surveys) {
    const { mode, key, event, delaySeconds } = survey;
    if (passed.has(key)) continue;
    const place = placeOf(key);
    const drawn = open.get(key);
    const isEmpty = place && !place.querySelector('[data-verbatim]') && !drawn?.isPending;
    const { doneAt } = recall();
    if (mode === 'inline' && isEmpty && isForHere(survey) && !doneAt[key] && !wantsPeace(recall())) {
      dismiss(key);
      void ask(survey);
    }
    if (mode === 'button') tab?.draw(survey);
    if (mode !== 'popover' || event || drawn) continue;
    const askOrGoOn = () => {
      const memory = recall();
      if ((key in memory.begun && !wantsPeace(memory)) || mayAsk(survey)) void ask(survey);
    };
    timers.push(setTimeout(askOrGoOn, delaySeconds * 1000));
  }
}

/** The element of the page that a survey is to be drawn in. Keys are letters, digits, "-" and "_". */
function placeOf(key: string): Element | null {
  return document.querySelector(`[data-verbatim-survey="${key}"]`);
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
  // Whoever it is asked of answers it, also where another one signs in meanwhile.
  const asker = token;
  if (open.has(key) || (isCorner && [...open.values()].some((each) => each.isCorner))) return false;
  const pending = { close: () => undefined, isCorner, isPending: true };
  open.set(key, pending);
  const {
    begun: { [key]: begun },
    lots: { [key]: lot },
  } = recall();
  const channel = isWished && mode === 'popover' ? 'button' : mode;
  const decision = await decide({
    ...{ survey: key, responseId: begun?.responseId ?? newId(), channel, fields },
    // What was begun goes on, wherever the person has come to.
    groups: begun ? undefined : findGroups(survey),
    isCalled: isWished && !takesFocus,
    lot,
  });
  // It may have been dismissed meanwhile, by a sign-out.
  const isPending = open.get(key) === pending;
  if (isPending) open.delete(key);
  if (!decision || !isPending) return false;
  const { responseId, challenge, revision } = decision;
  if (!decision.ask) {
    passed.add(key);
    look(true);
    return false;
  }
  const shownAt = Date.now();
  remember((memory) => {
    if (channel === 'popover') memory.askedAt = shownAt;
    // What was begun by somebody else is not theirs.
    if (begun?.responseId !== responseId) delete memory.begun[key];
  });
  const save = (answers: Answers, isDone: boolean) => {
    const at = Date.now();
    remember(({ begun, doneAt }) => {
      if (isDone) {
        delete begun[key];
        doneAt[key] = at;
        // Finished in another tab, it is so.
      } else if (!((doneAt[key] as number) > shownAt)) {
        begun[key] = { responseId, at, answers: { ...begun[key]?.answers, ...answers } };
      }
    });
    const {
      version,
      definition: { language },
    } = survey;
    const about = {
      survey: key,
      version,
      responseId,
      channel,
      language,
      token: asker ?? token,
      fields,
      challenge,
    };
    deliver({ ...about, revision, answers, isDone, at, elapsedMs: at - shownAt });
  };
  const close = openBox({
    survey,
    answers: { ...decision.answers, ...recall().begun[key]?.answers },
    inside: isCorner ? null : placeOf(key),
    known: stated,
    load,
    save,
    takesFocus,
    leave(how, hadFocus) {
      open.delete(key);
      // To close what one opened oneself by a button says nothing about being asked.
      if (how && mode === 'popover') refuse(how);
      if (mode === 'button') tab?.draw(survey, hadFocus);
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
    if (token) memory.wish = { token, never: how === 'never' };
  });
  flush();
}

interface Decision {
  ask: boolean;
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
  isCalled: boolean;
  lot: number | undefined;
}): Promise<Decision | null> {
  const { responseId } = asking;
  return post('ask', { ...asking, token })
    .then((response) => response.json())
    .then((decision) => ({ responseId, answers: {}, revision: 0, ...decision }))
    .catch(() => null);
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
  tab = window.verbatimTab?.({ open, ask, dismiss, isForHere });
  // After the calls that have waited: they may say who it is.
  setTimeout(look);
  return calls;
};
