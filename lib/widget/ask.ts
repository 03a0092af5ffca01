import type { Api, Site, Traits } from './api';
import { openBox } from './box';
import { decide } from './decide';
import type { Answers } from './definition';
import { deliver, flush, startDelivering } from './deliver';
import { forget, newId, recall, remember, startRemembering } from './memory';
import { refuse } from './refuse';
import type { Rules } from './rules';
import type { Drawer, Drawn, SiteSurvey, Wish } from './site-survey';
import { DAY_MS, mayAskNow, wantsPeace } from './targeting';

/** As long as the server lets a response be finished. */
const FINISH_WITHIN_MS = 30 * 86_400_000;

let site: Site;
let token: string | null | undefined;
let traits: Traits = {};
/** What is drawn, by survey; in the corner is at most one. */
const open = new Map<string, Drawn>();
/** Those that the server does not want asked on this page: the others have their turn. */
const passed = new Set<string>();
/** Those that asked nobody known and are to ask who was named meanwhile: since when they have been read. */
const anew = new Map<string, number | undefined>();
/** Files of their own, for surveys that stand in the page or have a button at its edge, and for those that are not for everybody. */
let drawers: Partial<Record<SiteSurvey['mode'], Drawer | undefined>> = {};
let rules: Rules | undefined;
/** Counts how often it was looked: what an earlier look has put off is not done. */
let looks = 0;

const calls: Api = {
  identify(newToken, newTraits = {}) {
    const isNamed = !token && newToken;
    token = newToken;
    traits = newTraits;
    // What somebody said about being asked before it was known who they are is theirs on their other devices, too.
    remember(({ wish }) => {
      if (!isNamed || !wish || wish.token) return;
      wish.token = newToken;
      flush();
    });
    // Until it is known what runs for them.
    looks++;
    whenFound(() => look(false, isNamed));
  },
  track(event) {
    whenFound(() => {
      if (rules?.note(event)) look();
      site.surveys.some(
        (each) => each.mode === 'popover' && each.event === event && mayAsk(each) && ask(each),
      );
    });
  },
  show(key, options) {
    whenFound(() => {
      if (recall().never) return;
      // The page may show one that would not come of its own accord.
      const survey = findSurvey(key) ?? { key, mode: 'popover', delaySeconds: 0, coolDownDays: 0 };
      const wish = { isWished: true, fields: options?.fields };
      void (drawers[survey.mode] ?? { ask }).ask(survey, wish);
    });
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

function whenFound(run: () => void): void {
  void site.learn(token).then(run);
}

function findSurvey(key: string): SiteSurvey | undefined {
  return site.surveys.find((each) => each.key === key);
}

function mayAsk(survey: SiteSurvey): boolean {
  if (!(survey.key in recall().lots))
    remember(({ lots }) => {
      lots[survey.key] = Math.random() * 100;
    });
  return isForHere(survey) && mayAskNow(survey, recall(), !!token);
}

/** Whether it is for who is here, as far as the browser can tell. */
function isForHere(survey: SiteSurvey): boolean {
  return findGroups(survey)?.length !== 0;
}

/** Which of its groups of rules hold here; undefined for a survey that is for everybody. */
function findGroups(survey: SiteSurvey): number[] | undefined {
  return survey.groups && (rules?.find(survey, traits) ?? []);
}

/**
 * Looks what this page calls for: at its start, and whenever a page of a single-page application becomes another.
 * @param isSame whether it is still the page that was looked at
 * @param isNamed whether who was nobody is known now: what they have not answered is asked anew, for the server may know better
 */
function look(isSame?: unknown, isNamed?: unknown): void {
  if (!isSame) passed.clear();
  const current = ++looks;
  for (const [key, { isKept, at }] of open) {
    const survey = findSurvey(key);
    // It asked somebody else, or on a page that is left.
    if (isKept || (survey && !isNamed && isForHere(survey))) continue;
    dismiss(key);
    if (isNamed && survey) anew.set(key, at);
  }
  for (const survey of site.surveys) {
    const { mode, key, event, delaySeconds } = survey;
    if (passed.has(key)) continue;
    drawers[mode]?.draw(survey);
    if (mode !== 'popover' || open.has(key)) continue;
    setTimeout(
      () => {
        const memory = recall();
        if (
          current === looks &&
          (anew.has(key) || (key in memory.begun ? !wantsPeace(memory) : !event && mayAsk(survey)))
        )
          void ask(survey);
      },
      anew.has(key) ? 0 : delaySeconds * 1000,
    );
  }
}

/** Takes away what is drawn of a survey. */
function dismiss(key: string): void {
  const drawn = open.get(key);
  open.delete(key);
  drawn?.close?.();
}

/** Asks, unless another survey is being asked or the server knows better. @returns whether it is there now. */
async function ask(
  survey: SiteSurvey,
  { isWished = false, takesFocus = false, fields: given, inside }: Wish = {},
): Promise<boolean> {
  const { key, mode } = survey;
  const stated = { ...traits, ...given };
  const fields = rules ? rules.pick(survey, stated) : given;
  // Whoever it is asked of answers it, also where another one signs in meanwhile.
  const asker = token;
  if (open.has(key)) return false;
  for (const [other, each] of open)
    if (!inside && each.isCorner) {
      if (!isWished || each.isKept) return false;
      dismiss(other);
    }
  const drawn: Drawn = { isCorner: !inside, isKept: isWished, at: anew.get(key) };
  anew.delete(key);
  open.set(key, drawn);
  const channel = isWished && !inside ? 'button' : mode;
  const at = Date.now();
  const {
    begun: { [key]: begun },
    lots: { [key]: lot },
    claims: { [key]: [claimed = '', claimedAt = 0] = [] },
  } = recall();
  const id = begun?.responseId ?? (!token && at - claimedAt < DAY_MS ? claimed : newId());
  // Before the server is asked: other tabs may be about to.
  remember((memory) => {
    memory.claims[key] = [id, at];
    if (channel === 'popover') memory.claimedAt = at;
  });
  let {
    responseId = id,
    answers: saved,
    revision = 0,
    challenge,
    survey: content,
  } = await decide(site, {
    ...{ survey: key, responseId: id, channel, fields, token, lot },
    // What was begun goes on, wherever the person has come to.
    groups: begun ? undefined : findGroups(survey),
    isCalled: isWished && !takesFocus,
  });
  // Dismissed meanwhile, by a sign-out, or by what the person asked for.
  if (open.get(key) !== drawn) return false;
  const shownAt = Date.now();
  remember((memory) => {
    const { begun, claimedAt } = memory;
    if (channel === 'popover') {
      if (claimedAt === at) delete memory.claimedAt;
      // Two tabs that have claimed at once see it now, and the later one asks.
      else content = undefined;
      if (content) memory.askedAt = shownAt;
    }
    // What was begun by somebody else is not theirs.
    if (content && begun[key]?.responseId !== responseId) delete begun[key];
  });
  if (!content) {
    open.delete(key);
    passed.add(key);
    look(true);
    return false;
  }
  const { version, definition, words } = content;
  drawn.at ??= shownAt;
  const save = (answers: Answers, isDone: boolean) => {
    const at = Date.now();
    drawn.isKept = !isDone;
    remember(({ begun, claims, doneAt }) => {
      if (isDone) {
        delete begun[key];
        delete claims[key];
        doneAt[key] = at;
        // Finished in another tab, it is so.
      } else if (!((doneAt[key] as number) > shownAt)) {
        begun[key] = { responseId, at, answers: { ...begun[key]?.answers, ...answers } };
      }
    });
    deliver({
      ...{ survey: key, responseId, channel, token: asker ?? token, fields, challenge, revision, answers },
      ...{ isDone, at, elapsedMs: at - (drawn.at ?? at) },
      version,
      language: definition.language,
    });
  };
  const goingOn = recall().begun[key];
  drawn.isKept ||= !!goingOn;
  drawn.close = openBox({
    survey: { ...survey, ...content },
    answers: { ...saved, ...goingOn?.answers },
    inside,
    known: stated,
    load: site.load,
    save,
    takesFocus,
    leave(how, hadFocus) {
      open.delete(key);
      // To close what people open themselves says nothing about being asked, and only its words tell which that is where a page
      // shows one that it was not told of.
      if (how && words.never) refuse(token, how);
      // Not again on this page by itself.
      passed.add(key);
      drawers[mode]?.draw(survey, hadFocus);
    },
  });
  // What sends, before it is needed, while there is a network.
  flush(challenge);
  return true;
}

/** Starts asking: called by the loader, with what runs on the site. */
window.verbatimAsk = (given) => {
  site = given;
  const { surveys } = site;
  startRemembering(site.stored);
  startDelivering(site);
  remember(({ begun }) => {
    for (const key in begun)
      if (Date.now() - (begun[key] as { at: number }).at > FINISH_WITHIN_MS) delete begun[key];
  });
  rules = window.verbatimRules?.({ surveys, recall, remember, look });
  const means = { surveys, open, passed, ask, dismiss, isForHere, mayAsk, recall };
  drawers = { button: window.verbatimTab?.(means), inline: window.verbatimPlaces?.(means) };
  // After the calls that have waited: they may say who it is.
  setTimeout(() => whenFound(look));
  return calls;
};
