import { needsMore } from './control';
import type { Question } from './definition';
import { make } from './element';
import { isAnswered, nextQuestion, pathOf } from './flow';
import type { BoxOptions } from './site-survey';

/** A box as its way through the questions sees it. */
export interface View extends BoxOptions {
  box: HTMLElement;
  /** Above every page, if there is one. */
  logo: HTMLElement | '';
  /** What is said of the question that stands there. */
  wrong: HTMLElement;
  /** Whether the person's focus is in the box. */
  isWithin: () => boolean;
  ask: (question: Question, hasBefore: boolean) => void;
  /** Goes on, or saves the end. */
  finish: (isOver: boolean) => void;
  cross: () => HTMLElement | false;
}

/** The ways from a question: what was begun goes on, forth, and back. */
export interface Walk {
  resume: () => void;
  next: (question: Question) => void;
  back: (question: Question) => void;
}

window.verbatimWalk = (view) => {
  const { survey, answers, known, load, box, logo, wrong, isWithin, ask, finish, cross } = view;
  const { definition, words } = survey;
  const say = (text: string) => window.verbatimMore?.pipe(text, definition, answers, known) ?? text;
  const markOf = (place: string): Record<string, string> => {
    const lang = survey.marks?.[place];
    return lang ? { lang, dir: 'auto' } : {};
  };
  const show = (question: Question | undefined) => {
    if (question) ask(question, pathOf(definition, answers)[0] !== question);
  };
  if (logo)
    void load('logo').then(
      () => window.verbatimLogo?.(logo, survey),
      () => undefined,
    );
  // Before it is needed, while there is a network.
  if (survey.hasParts || definition.questions.some(needsMore)) void load('kinds').catch(() => undefined);
  return {
    resume() {
      const path = pathOf(definition, answers);
      show(path.find(({ key }) => !isAnswered(answers[key])) ?? path.at(-1));
    },
    next(question) {
      const answer = answers[question.key];
      const isComplete = window.verbatimMore?.isComplete(question, answer) ?? isAnswered(answer);
      if (question.isRequired && !isComplete) {
        wrong.textContent = words.required;
        return;
      }
      const next = nextQuestion(definition, answers, question.key);
      finish(next === null);
      if (next) show(next);
      else thank();
    },
    back({ key }) {
      const path = pathOf(definition, answers);
      show(path[path.findIndex((question) => question.key === key) - 1]);
    },
  };

  function thank(): void {
    const { title, text, redirectUrl } = definition.thanks;
    const isFocused = isWithin();
    const last = make(
      'div',
      { role: 'status' },
      make('h2', { id: 'title', ...markOf('thanks.title') }, say(title)),
      make('div', markOf('thanks.text'), say(text)),
      redirectUrl && make('p', {}, make('a', { href: redirectUrl }, words.goOn)),
    );
    box.replaceChildren(logo, last, cross() || '');
    if (isFocused) box.focus();
  }
};
