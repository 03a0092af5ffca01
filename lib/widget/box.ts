import { boxStyle } from './box-style';
import { drawControl, needsMore } from './control';
import type { Answers, Question } from './definition';
import { addStyle, make, makeRoot } from './element';
import { isAnswered, isComplete, nextQuestion, pathOf, pipe } from './flow';
import type { BoxOptions, OpenBox } from './site-survey';

/** Draws a survey question by question. It takes no focus from the page unless it was asked for: it asks, it does not interrupt. */
export const openBox: OpenBox = (options: BoxOptions) => {
  const { survey, answers: given, inside, load, save, leave } = options;
  const { definition, words } = survey;
  const answers: Answers = { ...given };
  const { host, root } = makeRoot(
    inside ?? document.body,
    boxStyle(survey.accent, survey.onAccent),
    survey.direction,
  );
  const box = make('div', {
    class: inside ? 'box' : 'box corner',
    role: inside ? 'group' : 'dialog',
    lang: definition.language,
    'aria-labelledby': 'title',
    tabindex: -1,
  });
  root.append(box);
  let isDone = false;
  let hasMore = false;
  let { takesFocus } = options;
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const close = () => host.remove();
  const end = (how: 'later' | 'never' | null) => {
    const hadFocus = box.contains(root.activeElement);
    close();
    leave(isDone ? null : how, hadFocus);
  };
  if (!inside) {
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') end('later');
    });
  }
  const path = pathOf(definition, answers);
  const first = path.find(({ key }) => !isAnswered(answers[key])) ?? path.at(-1);
  if (first) void ask(first);
  // Before it is needed, while there is a network.
  if (definition.questions.some(needsMore)) void load('kinds').catch(() => undefined);
  return close;

  async function ask(question: Question): Promise<void> {
    if (needsMore(question) && !hasMore) {
      try {
        await load('kinds');
      } catch {
        if (wrong.isConnected) wrong.textContent = words.offline;
        else end(null);
        return;
      }
      addStyle(root, window.verbatimMore?.css ?? '');
      hasMore = true;
    }
    const isFocused = takesFocus || box.contains(root.activeElement);
    takesFocus = false;
    const path = pathOf(definition, answers);
    const position = path.findIndex(({ key }) => key === question.key);
    wrong.textContent = '';
    const set = (answer: Answers[string] | undefined) => {
      if (isAnswered(answer)) answers[question.key] = answer;
      else answers[question.key] = '';
      wrong.textContent = '';
    };
    const goOn = () => {
      if (question.isRequired && !isComplete(question, answers[question.key])) {
        wrong.textContent = words.required;
        return;
      }
      const next = nextQuestion(definition, answers, question.key);
      isDone = next === null;
      save({ ...answers }, isDone);
      if (next) void ask(next);
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
        before ? onClick(make('button', { type: 'button' }, words.back), () => void ask(before)) : null,
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
    if (isFocused) form.querySelector<HTMLElement>('input,textarea,select')?.focus();
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
    const button = make('button', { class: 'x', type: 'button', 'aria-label': words.close }, '✕');
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
