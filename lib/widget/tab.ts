import { make, makeRoot } from './element';
import type { SiteSurvey } from './site-survey';

/** Draws the button at the edge of the window, with the focus for whoever comes back to it. @returns what takes it away. */
export type DrawTab = (survey: SiteSurvey, onOpen: () => void, takesFocus: boolean) => () => void;

window.verbatimTab = (survey, onOpen, takesFocus) => {
  const { accent, onAccent, words, definition } = survey;
  const { host, root } = makeRoot(
    document.body,
    `button{position:fixed;z-index:2147483000;bottom:1rem;inset-inline-end:1rem;font:600 16px/1.5 system-ui,sans-serif;min-height:44px;padding:0 1rem;border:2px solid ${onAccent};border-radius:22px;background:${accent};color:${onAccent};cursor:pointer}button:focus-visible{outline:3px solid ${accent};outline-offset:2px}@media print{button{display:none}}`,
    survey.direction,
  );
  const button = make('button', { type: 'button', lang: definition.language }, words.feedback);
  button.addEventListener('click', onOpen);
  root.append(button);
  if (takesFocus) button.focus();
  return () => host.remove();
};
