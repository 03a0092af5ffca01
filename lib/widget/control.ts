import { type AnswerValue, type Question, scaleOf } from './definition';
import { make } from './element';
import type { ShownSurvey, Words } from './site-survey';

export interface Control {
  question: Question;
  words: Words;
  answer: AnswerValue | undefined;
  /** Languages of pieces that are in another one than our words, by their places. */
  marks?: Record<string, string> | undefined;
  onChange: (answer: AnswerValue) => void;
  /** A point of a scale was clicked: nothing is left to do on this question. */
  onPick: () => void;
}

/** Draws the kinds of question that come in a file of their own. */
export type DrawMore = (control: Control) => HTMLElement;

/** Draws what people are told of their data, where there is something to tell. */
export type DrawPrivacy = (survey: ShownSurvey) => HTMLElement | undefined;

/** The question with what answers it: native controls, so keyboard and screen reader know them. */
export function drawControl(control: Control): HTMLElement {
  return window.verbatimMore?.draw(control) ?? drawGroup(control, drawScale(control));
}

/** A question over the controls that answer it. */
export function drawGroup(control: Control, controls: HTMLElement[]): HTMLElement {
  return make('fieldset', {}, make('legend', { id: 'title' }, ...headingOf(control)), ...controls);
}

export function headingOf({ question, words }: Control): (Node | string | false)[] {
  return [question.text, !question.isRequired && make('span', { class: 'small' }, ` (${words.optional})`)];
}

/** The points of a scale. `drawFace` is what a point looks like, if it is not its number. */
export function drawScale(
  { question, words, answer, onChange, onPick }: Control,
  drawFace?: (score: number) => Element,
): HTMLElement[] {
  const [low, high] = scaleOf[question.kind] as readonly [number, number];
  const scores = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const points = scores.map((score) => {
    const end = score === low ? question.lowLabel : score === high ? question.highLabel : '';
    const name = `${score} ${words.of} ${high}${end ? `, ${end}` : ''}`;
    const input = make('input', {
      type: 'radio',
      name: 'answer',
      value: score,
      'aria-label': name,
      checked: score === answer,
    });
    input.addEventListener('change', () => onChange(score));
    // The arrow keys click, too, as they move along the scale: only a pointer goes on. The change comes after the click.
    input.addEventListener('click', ({ detail }) => detail > 0 && setTimeout(onPick));
    const face = drawFace?.(score) ?? make('span', { 'aria-hidden': 'true' }, `${score}`);
    return make('label', {}, input, face);
  });
  const { lowLabel, highLabel } = question;
  return [
    make('div', { class: `scale ${drawFace ? question.style : ''}` }, ...points),
    make(
      'p',
      { class: 'ends', 'aria-hidden': 'true' },
      make('span', {}, lowLabel),
      make('span', {}, highLabel),
    ),
  ];
}
