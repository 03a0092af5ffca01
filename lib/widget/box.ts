import { boxStyle } from './box-style';
import { drawControl } from './control';
import { type Answers, directionOf, type Question } from './definition';
import { drawPath, make, makeRoot } from './element';
import { isAnswered, nextQuestion, pathOf, pipe } from './flow';
import type { BoxOptions, OpenBox } from './site-survey';

const CROSS = 'M6 6l12 12M18 6L6 18';

/** Draws a survey question by question. It takes no focus from the page: it asks, it does not interrupt. */
export const openBox: OpenBox = ({ survey, answers: given, inside, save, leave }: BoxOptions) => {
  const { definition, words } = survey;
  const answers: Answers = { ...given };
  const { host, root } = makeRoot(
    inside ?? document.body,
    boxStyle(survey.accent, survey.onAccent),
    directionOf(definition.language),
  );
  const box = make('div', {
    class: inside ? 'box' : 'box corner',
    role: inside ? 'group' : 'dialog',
    lang: definition.language,
    dir: directionOf(definition.language),
    'aria-labelledby': 'title',
    tabindex: -1,
  });
  root.append(box);
  let isDone = false;
  const close = () => host.remove();
  const end = (how: 'later' | 'never' | null) => {
    close();
    leave(isDone ? null : how);
  };
  if (!inside) {
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') end('later');
    });
  }
  const path = pathOf(definition, answers);
  const first = path.find(({ key }) => !isAnswered(answers[key])) ?? path.at(-1);
  if (first) ask(first);
  return close;

  function ask(question: Question): void {
    const isFocused = box.contains(root.activeElement);
    const path = pathOf(definition, answers);
    const position = path.findIndex(({ key }) => key === question.key);
    const wrong = make('p', { class: 'wrong', role: 'alert' });
    const set = (answer: Answers[string] | undefined) => {
      if (isAnswered(answer)) answers[question.key] = answer;
      else answers[question.key] = '';
      wrong.textContent = '';
    };
    const goOn = () => {
      if (question.isRequired && !isAnswered(answers[question.key])) {
        wrong.textContent = words.required;
        return;
      }
      const next = nextQuestion(definition, answers, question.key);
      isDone = next === null;
      save({ ...answers }, isDone);
      if (next) ask(next);
      else thank();
    };
    const control = drawControl({
      question,
      title: pipe(question.text, definition, answers),
      words,
      answer: answers[question.key],
      onChange(answer) {
        set(answer);
        save({ ...answers }, false);
      },
      onPick: goOn,
    });
    const before = path[position - 1];
    const form = make(
      'form',
      {},
      control,
      cross(),
      wrong,
      make(
        'div',
        { class: 'bar' },
        make(
          'button',
          { class: 'go', type: 'submit' },
          question === definition.questions.at(-1) ? words.send : words.next,
        ),
        before ? onClick(make('button', { type: 'button' }, words.back), () => ask(before)) : null,
        !inside && position === 0 && quiet(words.later, 'later'),
        !inside && position === 0 && survey.mode === 'popover' && quiet(words.never, 'never'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      goOn();
    });
    box.replaceChildren(form);
    // Whoever is within goes along with it; whoever is elsewhere on the page stays there.
    if (isFocused) form.querySelector<HTMLElement>('input,textarea')?.focus();
  }

  function thank(): void {
    const { title, text, redirectUrl } = definition.thanks;
    const isFocused = box.contains(root.activeElement);
    box.replaceChildren(
      make(
        'div',
        { role: 'status' },
        make('h2', { id: 'title' }, pipe(title, definition, answers)),
        make('div', {}, pipe(text, definition, answers)),
        redirectUrl && make('p', {}, make('a', { href: redirectUrl }, words.goOn)),
      ),
      ...[cross() ?? []].flat(),
    );
    if (isFocused) box.focus();
  }

  function cross(): HTMLElement | null {
    if (inside) return null;
    const button = make('button', { class: 'x', type: 'button', 'aria-label': words.close });
    button.append(drawPath(CROSS));
    return onClick(button, () => end('later'));
  }

  function quiet(text: string, how: 'later' | 'never'): HTMLElement {
    return onClick(make('button', { class: 'quiet', type: 'button' }, text), () => end(how));
  }
};

function onClick<Element extends HTMLElement>(element: Element, run: () => void): Element {
  element.addEventListener('click', run);
  return element;
}

window.verbatimBox = openBox;
