import { make, makeRoot } from './element';
import type { SiteSurvey, Wish } from './site-survey';

/** Something of a survey that is drawn on the page; in the corner is at most one. */
export interface Drawn {
  close: () => void;
  isCorner: boolean;
  isPending: boolean;
}

/** What looks after surveys that have a button at the edge of the window. */
export interface Tab {
  /** Draws the button where its survey is for who is here, with the focus for whoever comes back to it; else takes it away. */
  draw: (survey: SiteSurvey, takesFocus?: boolean) => void;
  /** Asks in place of the button, which comes back if nothing is asked. */
  ask: (survey: SiteSurvey, wish: Wish) => void;
}

/** `open` is what is drawn, by survey. */
export type MakeTab = (page: {
  open: Map<string, Drawn>;
  ask: (survey: SiteSurvey, wish: Wish) => Promise<boolean>;
  dismiss: (key: string) => void;
  isForHere: (survey: SiteSurvey) => boolean;
}) => Tab;

window.verbatimTab = ({ open, ask, dismiss, isForHere }) => {
  const tab: Tab = {
    draw(survey, takesFocus = false) {
      const drawn = open.get(survey.key);
      if (drawn?.isCorner) return;
      if (!isForHere(survey)) dismiss(survey.key);
      if (drawn || !isForHere(survey)) return;
      const onOpen = () => tab.ask(survey, { isWished: true, takesFocus: true });
      const close = drawButton(survey, onOpen, takesFocus);
      open.set(survey.key, { close, isCorner: false, isPending: false });
    },
    async ask(survey, wish) {
      if (open.get(survey.key)?.isCorner) return;
      dismiss(survey.key);
      if (!(await ask(survey, wish))) tab.draw(survey, wish.takesFocus);
    },
  };
  return tab;
};

function drawButton(survey: SiteSurvey, onOpen: () => void, takesFocus: boolean): () => void {
  const { accent, onAccent = '#fff', look = '', words, definition } = survey;
  const { host, root } = makeRoot(
    document.body,
    `button{position:fixed;z-index:2147483000;bottom:1rem;inset-inline-end:1rem;font:600 16px/1.5 system-ui,sans-serif;min-height:44px;padding:0 1rem;border:2px solid ${onAccent};border-radius:22px;background:${accent};color:${onAccent};cursor:pointer}button:focus-visible{outline:3px solid ${accent};outline-offset:2px}@media print{button{display:none}}${look}`,
    survey.direction,
  );
  const button = make('button', { type: 'button', lang: definition.language }, words.feedback);
  button.addEventListener('click', onOpen);
  root.append(button);
  if (takesFocus) button.focus();
  return () => host.remove();
}
