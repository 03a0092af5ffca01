import type { Drawer, DrawerMeans, SiteSurvey } from './site-survey';
import { wantsPeace } from './targeting';

/** Changes of a page come in crowds: it is looked once for those of so long, in milliseconds. */
const LOOK_AFTER_MS = 100;

/** Makes what looks after surveys that stand in the page, in a place of its own making: also one that comes later, or is drawn anew. */
export type MakePlaces = (means: DrawerMeans) => Drawer;

window.verbatimPlaces = ({ surveys, open, passed, ask, dismiss, isForHere, mayAsk, recall }) => {
  let isToLook = false;
  const draw = (survey: SiteSurvey) => {
    const { key } = survey;
    const place = placeOf(key);
    const drawn = open.get(key);
    if (passed.has(key) || !place || place.querySelector('[data-verbatim]') || (drawn && !drawn.close))
      return;
    const memory = recall();
    // What was answered is not asked again; what was begun goes on, and what the page has only drawn anew.
    const stoodHere = drawn || memory.begun[key];
    if (memory.doneAt[key] || (stoodHere ? wantsPeace(memory) || !isForHere(survey) : !mayAsk(survey)))
      return;
    dismiss(key);
    void ask(survey, { inside: place });
  };
  const lookAgain = () => {
    isToLook = false;
    for (const survey of surveys) if (survey.mode === 'inline') draw(survey);
  };
  new MutationObserver(() => {
    if (!isToLook) setTimeout(lookAgain, LOOK_AFTER_MS);
    isToLook = true;
  }).observe(document, { childList: true, subtree: true });
  return { draw, ask: (survey, wish) => void ask(survey, { ...wish, inside: placeOf(survey.key) }) };
};

/** The element of the page that a survey is to be drawn in. Keys are letters, digits, "-" and "_". */
function placeOf(key: string): Element | null {
  return document.querySelector(`[data-verbatim-survey="${key}"]`);
}
