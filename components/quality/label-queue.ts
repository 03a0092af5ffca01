import type { Answer } from '@/lib/quality/schema';

/** A statement on the desk. */
export interface DeskStatement {
  itemId: string;
  title: string | null;
  text: string;
  language: string | null;
  /** Where and when it was said. */
  context: string;
}

export interface LabelQueue {
  /** The first is on the desk. */
  waiting: DeskStatement[];
  /** Labelled, the latest last. */
  labelled: { statement: DeskStatement; answer: Answer }[];
  /** Labels of this person in the whole sample. */
  count: number;
}

export type QueueEvent =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'skipped' }
  | { kind: 'undone' }
  /** Saving did not work: the statement comes back to the desk. */
  | { kind: 'refused'; itemId: string }
  | { kind: 'arrived'; statements: DeskStatement[] };

/** The desk after an event. What is skipped comes back once the others are done; what is undone comes back at once. */
export function moveQueue(queue: LabelQueue, event: QueueEvent): LabelQueue {
  const { waiting, labelled, count } = queue;
  const [current, ...rest] = waiting;
  switch (event.kind) {
    case 'answered':
      if (!current) return queue;
      return {
        waiting: rest,
        labelled: [...labelled, { statement: current, answer: event.answer }],
        count: count + 1,
      };
    case 'skipped':
      return current ? { ...queue, waiting: [...rest, current] } : queue;
    case 'undone':
      return bringBack(queue, labelled.length - 1);
    case 'refused':
      return bringBack(
        queue,
        labelled.findIndex(({ statement }) => statement.itemId === event.itemId),
      );
    case 'arrived': {
      const known = new Set(
        [...waiting, ...labelled.map(({ statement }) => statement)].map(({ itemId }) => itemId),
      );
      const fresh = event.statements.filter(({ itemId }) => !known.has(itemId));
      return fresh.length === 0 ? queue : { ...queue, waiting: [...waiting, ...fresh] };
    }
  }
}

function bringBack({ waiting, labelled, count }: LabelQueue, index: number): LabelQueue {
  const taken = labelled[index];
  if (!taken) return { waiting, labelled, count };
  return {
    waiting: [taken.statement, ...waiting],
    labelled: labelled.filter((_, each) => each !== index),
    count: count - 1,
  };
}
