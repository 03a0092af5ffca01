import { type AnswerValue, type Question, scaleOf } from './definition';
import { drawPath, make } from './element';
import type { Words } from './site-survey';

const STAR = 'm12 3 2.8 5.7 6.2.9-4.5 4.4 1.1 6.2-5.6-2.9-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z';

interface Control {
  question: Question;
  title: string;
  words: Words;
  answer: AnswerValue | undefined;
  onChange: (answer: AnswerValue) => void;
  /** A point of a scale was clicked: nothing is left to do on this question. */
  onPick: () => void;
}

/** The question with what answers it: native controls, so keyboard and screen reader know them. */
export function drawControl(control: Control): HTMLElement {
  const { question, title, words, answer } = control;
  const heading = [title, !question.isRequired && make('span', { class: 'small' }, ` (${words.optional})`)];
  const { kind } = question;
  if (kind === 'short_text' || kind === 'long_text') {
    const field = make(kind === 'short_text' ? 'input' : 'textarea', {
      id: 'field',
      class: 'text',
      maxlength: kind === 'short_text' ? 500 : 10_000,
    });
    field.value = String(answer ?? '');
    field.addEventListener('change', () => control.onChange(field.value));
    return make('div', {}, make('h2', { id: 'title' }, make('label', { for: 'field' }, ...heading)), field);
  }
  const legend = make('legend', { id: 'title' }, ...heading);
  const scale = scaleOf[kind];
  return make('fieldset', {}, legend, ...(scale ? drawScale(control, scale) : drawChoices(control)));
}

function drawScale(
  { question, words, answer, onChange, onPick }: Control,
  [low, high]: readonly [number, number],
): HTMLElement[] {
  const style = question.kind === 'csat' ? question.style : 'numbers';
  const scores = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const points = scores.map((score) => {
    const end = score === low ? question.lowLabel : score === high ? question.highLabel : '';
    const name = `${score} ${words.of} ${high}${end && `, ${end}`}`;
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
    const face =
      style === 'numbers'
        ? make('span', { 'aria-hidden': 'true' }, String(score))
        : drawPath(faceOf(style, score));
    return make('label', {}, input, face);
  });
  const { lowLabel, highLabel } = question;
  return [
    make('div', { class: `scale ${style}` }, ...points),
    make(
      'p',
      { class: 'ends', 'aria-hidden': 'true' },
      make('span', {}, lowLabel),
      make('span', {}, highLabel),
    ),
  ];
}

/** A star, or a face whose mouth says how it is. */
function faceOf(style: Question['style'], score: number): string {
  return style === 'stars'
    ? STAR
    : `M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 9.5v.01M15 9.5v.01M8 ${16.5 - score / 2}q4 ${(score - 3) * 2.5} 8 0`;
}

function drawChoices({ question, answer, onChange }: Control): HTMLElement[] {
  const isMultiple = question.kind === 'multiple';
  const choices =
    question.kind === 'consent' ? [{ key: 'yes', text: question.highLabel || '✓' }] : question.choices;
  const given = [answer ?? []].flat() as string[];
  const inputs = choices.map(({ key }) =>
    make('input', {
      type: question.kind === 'single' ? 'radio' : 'checkbox',
      name: 'answer',
      value: key,
      checked: given.includes(key),
    }),
  );
  const read = () => {
    const chosen = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    onChange(isMultiple ? chosen : (chosen[0] ?? ''));
  };
  for (const input of inputs) input.addEventListener('change', read);
  return choices.map(({ text }, index) =>
    make('label', { class: 'choice' }, inputs[index] ?? null, make('span', { dir: 'auto' }, text)),
  );
}
