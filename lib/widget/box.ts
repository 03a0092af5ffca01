import { boxStyle } from './box-style';
import { drawControl } from './control';
import type { Question } from './definition';
import { make, makeRoot } from './element';
import type { BoxOptions } from './site-survey';
import type { View, Walk } from './walk';

/**
 * Draws a survey question by question. It takes no focus from the page unless it was asked for: it asks, it does not
 * interrupt. What follows the first answer is a file of its own, fetched once the question stands.
 * @returns what takes it away.
 */
export function openBox(options: BoxOptions): () => void {
  const { survey, inside, save, leave } = options;
  const { definition, words } = survey;
  const answers = { ...options.answers };
  const { host, root } = makeRoot(
    inside ?? document.body,
    boxStyle(survey.accent, survey.onAccent) + (window.verbatimMore?.css ?? '') + (survey.look ?? ''),
    survey.direction,
  );
  const box = make('div', {
    class: inside ? 'box' : 'box corner',
    role: inside ? 'group' : 'dialog',
    lang: survey.lang ?? definition.language,
    'aria-labelledby': 'title',
    tabindex: -1,
  });
  const logo = survey.logo ? make('div', { class: 'logo' }) : '';
  let walk: Walk | undefined;
  let { takesFocus } = options;
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const close = () => host.remove();
  const end = (how: 'later' | 'never' | null) => {
    const hadFocus = isWithin();
    close();
    leave(view.isDone ? null : how, hadFocus);
  };
  const view: View = { ...options, answers, root, box, logo, wrong, isWithin, pose, fail, cross };
  if (!inside) {
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') end('later');
    });
  }
  if (Object.keys(answers)[0]) follow(({ resume }) => resume());
  else pose(definition.questions[0] as Question);
  // Before it is needed, while there is a network.
  follow();
  return close;

  function isWithin(): boolean {
    return box.contains(root.activeElement);
  }

  /** Where a file does not come, there is no way on: said in an open question, and nothing is begun. */
  function fail(): void {
    if (wrong.isConnected) wrong.textContent = words.offline;
    else end(null);
  }

  function follow(way?: (walk: Walk) => void): void {
    options.load('rest').then(
      () => {
        walk ??= window.verbatimWalk?.(view);
        if (walk) way?.(walk);
      },
      () => way && fail(),
    );
  }

  function pose(question: Question, hasBefore = false): void {
    const isFocused = takesFocus || isWithin();
    takesFocus = false;
    wrong.textContent = '';
    const onward = () => follow((walk) => walk.goForth(question));
    const control = drawControl({
      question: window.verbatimMore?.pipeQuestion(question, definition, answers, options.known) ?? question,
      words,
      answer: answers[question.key],
      marks: survey.marks,
      onChange(answer) {
        answers[question.key] = answer;
        wrong.textContent = '';
        save({ [question.key]: answer }, false);
      },
      onPick: onward,
    });
    const refusals = !inside && !hasBefore;
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
        hasBefore && button({}, words.back, () => follow((walk) => walk.goBack(question))),
        refusals && button({ class: 'quiet' }, words.later, () => end('later')),
        refusals && words.never && button({ class: 'quiet' }, words.never, () => end('never')),
      ),
      !hasBefore && window.verbatimMore?.drawPrivacy(survey),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onward();
    });
    box.replaceChildren(logo, form);
    // Not before there is something in it.
    if (!box.isConnected) root.append(box);
    // Whoever is within goes along with it; whoever is elsewhere on the page stays there.
    if (isFocused) form.querySelector<HTMLElement>('input,textarea,select')?.focus();
  }

  function cross(): HTMLElement | false {
    return !inside && button({ class: 'x', 'aria-label': words.close }, '✕', () => end('later'));
  }
}

function button(attributes: Record<string, string>, text: string, run: () => void): HTMLElement {
  const element = make('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', run);
  return element;
}
