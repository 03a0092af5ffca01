import { type Condition, type Definition, END, type Question, scaleOf } from '@/lib/widget/definition';

/** Where a survey may go on from a question. */
export interface FlowExit {
  /** Position of the question it leads to; the number of questions for the end. */
  to: number;
  /** When it does: "0 to 6", "question 1 is Exports"; empty for the way that everybody else takes. */
  when: string;
}

export interface FlowStep {
  question: Question;
  /** Whom it is asked: "question 1 is 0 to 6"; empty: everybody who comes there. */
  askedIf: string;
  exits: FlowExit[];
}

/**
 * The questions of a survey with the ways between them. Every way leads forward or to the end, so none of them is a dead end;
 * a skip whose target is gone or does not come later is no way, and stands among what is to be mended.
 */
export function computeFlow({ questions }: Definition): FlowStep[] {
  return questions.map((question, position) => {
    const skips = question.skips.flatMap(({ when, to }) => {
      const target = to === END ? questions.length : questions.findIndex(({ key }) => key === to);
      return target > position ? [{ to: target, when: describe(when, questions, question) }] : [];
    });
    return {
      question,
      askedIf: question.showIf ? describe(question.showIf, questions, question) : '',
      exits: [...skips, { to: position + 1, when: '' }],
    };
  });
}

/** A condition in words; which question it is about goes without saying where it is the very one. */
function describe(condition: Condition, questions: readonly Question[], here: Question): string {
  const about = questions.find(({ key }) => key === condition.question);
  if (!about) return 'an answer that is not asked for';
  const scale = scaleOf[about.kind];
  const [from, to] = [condition.from ?? scale?.[0], condition.to ?? scale?.[1]];
  const words = scale
    ? from === to
      ? String(from)
      : `${from} to ${to}`
    : condition.anyOf
        .map((key) =>
          about.kind === 'consent' ? 'given' : about.choices.find((each) => each.key === key)?.text,
        )
        .filter(Boolean)
        .join(' or ');
  return about === here ? words : `question ${questions.indexOf(about) + 1} is ${words}`;
}

/** Skips as lanes beside the list: two that run side by side are not drawn upon each other. */
export function computeLanes(steps: readonly FlowStep[]): { from: number; to: number; lane: number }[] {
  const drawn: { from: number; to: number; lane: number }[] = [];
  const skips = steps.flatMap(({ exits }, from) =>
    exits.filter(({ when }) => when).map(({ to }) => ({ from, to })),
  );
  for (const skip of skips.sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const beside = drawn.filter(({ from, to }) => from < skip.to && skip.from < to).map(({ lane }) => lane);
    let lane = 0;
    while (beside.includes(lane)) lane++;
    drawn.push({ ...skip, lane });
  }
  return drawn;
}
