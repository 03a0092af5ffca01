import { LATER_STYLE } from './box-style';
import { needsMore, type Question } from './definition';
import { addStyle, make } from './element';
import { isAnswered, nextQuestion, pathOf } from './flow';
import type { BoxOptions } from './site-survey';

/** A box as its way through the questions sees it. */
export interface View extends BoxOptions {
  box: HTMLElement;
  root: ShadowRoot;
  /** Above every page, if there is one. */
  logo: HTMLElement | '';
  /** What is said of the question that stands there. */
  wrong: HTMLElement;
  /** Whether the person's focus is in the box. */
  isWithin: () => boolean;
  /** Asks a question whose file is there. */
  pose: (question: Question, hasBefore: boolean) => void;
  /** Nothing is left to be answered. */
  isDone?: true;
  /** Says that there is no network. */
  fail: () => void;
  cross: () => HTMLElement | false;
}

/** The ways from a question: what was begun goes on, forth, and back. */
export interface Walk {
  resume: () => void;
  goForth: (question: Question) => void;
  goBack: (question: Question) => void;
}

window.verbatimWalk = (view) => {
  const { survey, answers, known, load, root, box, logo, wrong, isWithin, pose, save, fail, cross } = view;
  const { definition, words } = survey;
  const say = (text: string) => window.verbatimMore?.pipe(text, definition, answers, known) ?? text;
  const markOf = (place: string): Record<string, string> => {
    const lang = survey.marks?.[place];
    return lang ? { lang, dir: 'auto' } : {};
  };
  let hasMore = survey.hasParts;
  const show = async (question: Question | undefined) => {
    if (question && needsMore(question) && !hasMore) {
      try {
        await load('kinds');
      } catch {
        fail();
        return;
      }
      addStyle(root, window.verbatimMore?.css ?? '');
      hasMore = true;
    }
    if (question) pose(question, pathOf(definition, answers)[0] !== question);
  };
  addStyle(root, LATER_STYLE);
  if (logo)
    void load('logo').then(
      () => window.verbatimLogo?.(logo, survey),
      () => undefined,
    );
  // Before it is needed, while there is a network.
  if (definition.questions.some(needsMore)) void load('kinds').catch(() => undefined);
  return {
    resume() {
      const path = pathOf(definition, answers);
      void show(path.find(({ key }) => !isAnswered(answers[key])) ?? path.at(-1));
    },
    goForth(question) {
      const answer = answers[question.key];
      const isComplete = window.verbatimMore?.isComplete(question, answer) ?? isAnswered(answer);
      if (question.isRequired && !isComplete) {
        wrong.textContent = words.required;
        return;
      }
      const next = nextQuestion(definition, answers, question.key);
      if (next) {
        void show(next);
        return;
      }
      view.isDone = true;
      save({}, true);
      thank();
    },
    goBack({ key }) {
      const path = pathOf(definition, answers);
      void show(path[path.findIndex((question) => question.key === key) - 1]);
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
