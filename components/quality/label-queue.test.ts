import { expect, it } from 'vitest';
import { type DeskStatement, type LabelQueue, moveQueue, type QueueEvent } from './label-queue';

const statement = (itemId: string): DeskStatement => ({
  itemId,
  title: null,
  text: `Said in ${itemId}.`,
  language: 'en',
  context: 'Survey',
});
const start: LabelQueue = { waiting: ['a', 'b', 'c'].map(statement), labelled: [], count: 10 };

/** The desk after some events: who waits, who is labelled, the count. */
function after(...events: QueueEvent[]) {
  const { waiting, labelled, count } = events.reduce(moveQueue, start);
  return [
    waiting.map(({ itemId }) => itemId).join(''),
    labelled.map((each) => `${each.statement.itemId}=${each.answer}`).join(' '),
    count,
  ];
}
const negative: QueueEvent = { kind: 'answered', answer: 'negative' };
const positive: QueueEvent = { kind: 'answered', answer: 'positive' };

it('goes from one statement to the next', () => {
  expect(after(negative, positive)).toEqual(['c', 'a=negative b=positive', 12]);
});

it('brings what was skipped back at the end', () => {
  expect(after({ kind: 'skipped' }, negative)).toEqual(['ca', 'b=negative', 11]);
});

it('brings the latest back at once, again and again', () => {
  expect(after(negative, positive, { kind: 'undone' })).toEqual(['bc', 'a=negative', 11]);
  expect(after(negative, positive, { kind: 'undone' }, { kind: 'undone' })).toEqual(['abc', '', 10]);
  expect(after({ kind: 'undone' })).toEqual(['abc', '', 10]);
});

it('brings back the one that could not be saved, even when others came after it', () => {
  expect(after(negative, positive, { kind: 'refused', itemId: 'a' })).toEqual(['ac', 'b=positive', 11]);
  expect(after(negative, { kind: 'refused', itemId: 'z' })).toEqual(['bc', 'a=negative', 11]);
});

it('takes only statements it does not know', () => {
  const arrived: QueueEvent = { kind: 'arrived', statements: ['a', 'c', 'd'].map(statement) };
  expect(after(negative, arrived)).toEqual(['bcd', 'a=negative', 11]);
});

it('does nothing on an empty desk', () => {
  const empty: LabelQueue = { waiting: [], labelled: [], count: 3 };
  for (const event of [negative, { kind: 'skipped' }, { kind: 'undone' }] as QueueEvent[]) {
    expect(moveQueue(empty, event)).toEqual(empty);
  }
});
