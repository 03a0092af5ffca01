import { describe, expect, it } from 'vitest';
import { makeQuestion } from '@/lib/surveys/templates';
import type { Definition } from '@/lib/widget/definition';
import { isAnswered, isComplete, nextQuestion, pathOf, pipe, pipeQuestion } from '@/lib/widget/flow';

const definition: Definition = {
  language: 'en',
  questions: [
    makeQuestion({
      key: 'nps',
      kind: 'nps',
      text: 'How likely?',
      skips: [{ when: { question: 'nps', from: 9, to: 10, anyOf: [] }, to: 'parts' }],
    }),
    makeQuestion({ key: 'why', kind: 'long_text', text: 'Why?' }),
    makeQuestion({
      key: 'parts',
      kind: 'multiple',
      text: 'Which?',
      choices: [
        { key: 'a', text: 'Reports' },
        { key: 'b', text: 'Sync' },
      ],
    }),
    makeQuestion({
      key: 'sync',
      kind: 'long_text',
      text: 'What about it?',
      showIf: { question: 'parts', from: null, to: null, anyOf: ['b'] },
    }),
  ],
  thanks: { title: 'Thanks', text: '', redirectUrl: '' },
  privacy: { text: '', url: '' },
  fields: [],
  translations: {},
};
const keys = (answers: Parameters<typeof pathOf>[1]) => pathOf(definition, answers).map(({ key }) => key);

describe('the flow of a survey', () => {
  it('skips, shows and ends by the answers', () => {
    expect(keys({})).toEqual(['nps', 'why', 'parts']);
    expect(keys({ nps: 8 })).toEqual(['nps', 'why', 'parts']);
    expect(keys({ nps: 9 })).toEqual(['nps', 'parts']);
    expect(keys({ nps: 9, parts: ['a', 'b'] })).toEqual(['nps', 'parts', 'sync']);
    expect(nextQuestion(definition, {}, 'sync')).toBeNull();
  });

  it('puts earlier answers into words', () => {
    expect(pipe('{{nps}} for {{parts}}? {{none}}.', definition, { nps: 0, parts: ['b', 'a'] })).toBe(
      '0 for Sync, Reports? .',
    );
  });

  it('takes nought for an answer and nothing for none', () => {
    expect(isAnswered(0)).toBe(true);
    expect(isAnswered('')).toBe(false);
    expect(isAnswered([])).toBe(false);
  });
});

it('puts a ranking and a matrix in words, and knows when they are whole', () => {
  const choices = ['a', 'b'].map((key) => ({ key, text: key.toUpperCase() }));
  const ranking = makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices });
  const matrix = makeQuestion({ ...ranking, key: 'grid', kind: 'matrix', rows: [{ key: 'x', text: 'X' }] });
  const survey = { ...definition, questions: [ranking, matrix] };
  expect(pipe('{{order}}; {{grid}}', survey, { order: ['b', 'a'], grid: ['x:b'] })).toBe('B, A; X: B');
  expect([isComplete(ranking, ['b']), isComplete(ranking, ['b', 'a'])]).toEqual([false, true]);
  expect([isComplete(matrix, []), isComplete(matrix, ['x:a'])]).toEqual([false, true]);
});

it('puts what is known of a person into a text, or what stands for it', () => {
  const say = (text: string, known = {}) => pipe(text, definition, { nps: 9 }, known);
  const text = 'Hello {{@name|there}}: {{nps}} for {{@plan}}?';
  expect(say(text, { name: 'Ann', plan: 'Pro' })).toBe('Hello Ann: 9 for Pro?');
  expect(say(text)).toBe('Hello there: 9 for ?');
  expect(say('{{why|nothing}}')).toBe('nothing');
});

it('puts answers and traits into every text of a question', () => {
  const entries = [{ key: 'a', text: 'Yes, {{@name|you}}' }];
  const question = makeQuestion({
    ...{ key: 'q', kind: 'matrix', text: 'Why {{nps}}?', lowLabel: '{{@plan|free}}', highLabel: '' },
    ...{ choices: entries, rows: entries },
  });
  expect(pipeQuestion(question, definition, { nps: 3 }, { plan: 'Pro' })).toEqual({
    ...question,
    ...{ text: 'Why 3?', lowLabel: 'Pro', highLabel: '' },
    choices: [{ key: 'a', text: 'Yes, you' }],
    rows: [{ key: 'a', text: 'Yes, you' }],
  });
});
