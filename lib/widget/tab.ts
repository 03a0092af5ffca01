import { make, makeRoot } from './element';
import type { Drawer, DrawerMeans, SiteSurvey } from './site-survey';

/** Makes what looks after surveys that have a button at the edge of the window: it is drawn where its survey is for who is here. */
export type MakeTab = (means: DrawerMeans) => Drawer;

window.verbatimTab = ({ open, ask, dismiss, isForHere }) => {
  const buttons = new Set<HTMLElement>();
  // What is in the corner would lie over them, also over one that has the focus: whatever comes and goes there is a child of the body.
  new MutationObserver(() => {
    const isCovered = [...open.values()].some(({ isCorner }) => isCorner);
    let below = 0;
    for (const button of buttons) {
      button.hidden = isCovered;
      // Those of several surveys stand one above the other.
      button.style.bottom = `calc(1rem + ${56 * below++}px)`;
    }
  }).observe(document.body, { childList: true });
  const tab: Drawer = {
    draw(survey, takesFocus = false) {
      if (!survey.tab || open.has(survey.key) || !isForHere(survey)) return;
      const onOpen = () => tab.ask(survey, { isWished: true, takesFocus: true });
      const { host, button } = drawButton(survey.tab, onOpen);
      buttons.add(button);
      const close = () => {
        host.remove();
        buttons.delete(button);
      };
      open.set(survey.key, { close, isCorner: false });
      if (takesFocus) button.focus();
    },
    async ask(survey, wish) {
      if (open.get(survey.key)?.isCorner) return;
      dismiss(survey.key);
      if (!(await ask(survey, wish))) tab.draw(survey, wish.takesFocus);
    },
  };
  return tab;
};

function drawButton(tab: NonNullable<SiteSurvey['tab']>, onOpen: () => void) {
  const { accent, onAccent = '#fff', look = '', direction, lang, text } = tab;
  const { host, root } = makeRoot(
    document.body,
    `button{position:fixed;z-index:2147483000;bottom:1rem;inset-inline-end:1rem;font:600 16px/1.5 system-ui,sans-serif;min-height:44px;padding:0 1rem;border:2px solid ${onAccent};border-radius:22px;background:${accent};color:${onAccent};cursor:pointer}button:focus-visible{outline:3px solid ${accent};outline-offset:2px}@media print{button{display:none}}${look}`,
    direction,
  );
  const button = make('button', { type: 'button', lang }, text);
  button.addEventListener('click', onOpen);
  root.append(button);
  return { host, button };
}
