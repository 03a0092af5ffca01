import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { findLogicProblems } from '@/lib/surveys/find-logic-problems';
import { makeQuestion, makeTemplate, templateNames } from '@/lib/surveys/templates';
import type { Answers, Condition, Definition, Question } from '@/lib/widget/definition';
import { pathOf } from '@/lib/widget/flow';

const about = (question: string, range: Partial<Condition> = {}): Condition => ({
  question,
  from: null,
  to: null,
  anyOf: [],
  ...range,
});

const surveyOf = (...questions: Question[]): Definition => ({
  language: 'en',
  questions,
  thanks: { title: 'Thanks', text: '', redirectUrl: '' },
  privacy: { text: '', url: '' },
  fields: [],
  translations: {},
});

const choices = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
];

const score = (key: string, fields: Partial<Question> = {}) =>
  makeQuestion({ key, kind: 'nps', text: 'How likely?', ...fields });
const text = (key: string, fields: Partial<Question> = {}) =>
  makeQuestion({ key, kind: 'long_text', text: 'Why?', ...fields });

describe('findLogicProblems', () => {
  it.each(Object.keys(templateNames) as (keyof typeof templateNames)[])('passes the template %s', (name) => {
    expect(findLogicProblems(makeTemplate(name))).toEqual([]);
  });

  it.each<[string, Definition]>([
    ['a key twice', surveyOf(score('a'), text('a'))],
    ['a condition about a later question', surveyOf(text('a', { showIf: about('b') }), score('b'))],
    ['a condition about nothing', surveyOf(text('a', { showIf: about('x') }))],
    ['a condition no score fits', surveyOf(score('a'), text('b', { showIf: about('a', { from: 11 }) }))],
    ['an empty range', surveyOf(score('a'), text('b', { showIf: about('a', { from: 6, to: 2 }) }))],
    ['a condition about free text', surveyOf(text('a'), text('b', { showIf: about('a') }))],
    ['a skip back', surveyOf(score('a'), score('b', { skips: [{ when: about('b'), to: 'a' }] }))],
    ['a skip to itself', surveyOf(score('a', { skips: [{ when: about('a'), to: 'a' }] }))],
    ['a single choice', surveyOf(makeQuestion({ key: 'a', kind: 'single', text: 'Which?' }))],
  ])('names %s', (_, definition) => {
    expect(findLogicProblems(definition).length).toBeGreaterThan(0);
  });

  it.each<[string, Question[], number | null]>([
    [
      'two skips that leave no score to go on with',
      [
        score('a', {
          isRequired: true,
          skips: [
            { when: about('a', { to: 6 }), to: 'cc' },
            { when: about('a', { from: 7 }), to: 'end' },
          ],
        }),
        text('b'),
        text('cc'),
      ],
      2,
    ],
    [
      'a condition that holds only for those who were led past',
      [
        score('a', { isRequired: true, skips: [{ when: about('a', { from: 9 }), to: 'end' }] }),
        text('b', { showIf: about('a', { from: 9 }) }),
        text('cc'),
      ],
      2,
    ],
    [
      'a condition about a question that is shown only to others',
      [
        score('a', { isRequired: true }),
        makeQuestion({ key: 'b', kind: 'single', text: 'Which?', choices, showIf: about('a', { to: 3 }) }),
        text('cc', {
          showIf: about('b', { anyOf: ['a'] }),
          skips: [{ when: about('a', { from: 4 }), to: 'end' }],
        }),
        text('d'),
      ],
      null,
    ],
    [
      'a consent that is required and ends it',
      [
        makeQuestion({
          ...{ key: 'a', kind: 'consent', text: 'May we?', isRequired: true },
          skips: [{ when: about('a', { anyOf: ['yes'] }), to: 'end' }],
        }),
        text('b'),
      ],
      2,
    ],
    [
      'several choices, of which two may lead on together',
      [
        makeQuestion({ key: 'a', kind: 'multiple', text: 'Which?', choices }),
        text('b', { showIf: about('a', { anyOf: ['a'] }) }),
        text('cc', {
          showIf: about('a', { anyOf: ['b'] }),
          skips: [{ when: about('a', { anyOf: ['a'] }), to: 'end' }],
        }),
        text('d'),
      ],
      null,
    ],
  ])('follows every way through: %s', (_, questions, unreached) => {
    const expected = unreached === null ? [] : [expect.stringContaining(`Question ${unreached}:`)];
    expect(findLogicProblems(surveyOf(...questions))).toEqual(expected);
  });

  it('names a question that every answer leads past, but not one that some answer leads to', () => {
    const always = [{ when: about('a', { from: 0, to: 10 }), to: 'end' }];
    expect(findLogicProblems(surveyOf(score('a', { isRequired: true, skips: always }), text('b')))).toEqual([
      expect.stringContaining('Question 2'),
    ]);
    expect(findLogicProblems(surveyOf(score('a', { skips: always }), text('b')))).toEqual([]);
  });

  it('passes no survey in which somebody does not come to the end, each question once and in order', () => {
    const random = makeRandom(6);
    const pick = (count: number) => Math.floor(random() * count);
    let passed = 0;
    for (let round = 0; round < 3000; round++) {
      const keys = ['a', 'b', 'cc', 'd', 'e'];
      const range = () => about(keys[pick(5)] ?? '', { from: pick(11), to: pick(11) });
      const definition = surveyOf(
        ...keys.map((key) =>
          score(key, {
            showIf: random() < 0.3 ? range() : null,
            skips: random() < 0.3 ? [{ when: range(), to: [...keys, 'end'][pick(6)] ?? '' }] : [],
          }),
        ),
      );
      if (findLogicProblems(definition).length > 0) continue;
      passed++;
      const answers: Answers = Object.fromEntries(
        keys.filter(() => random() < 0.8).map((key) => [key, pick(11)]),
      );
      const path = pathOf(definition, answers).map(({ key }) => key);
      expect(path).toEqual([...new Set(path)].sort());
      expect(path[0]).toBe('a');
    }
    expect(passed).toBeGreaterThan(100);
  });
});

it('knows what a ranking and a matrix need, and that neither decides', () => {
  const ranking = makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices });
  const matrix = makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows: choices });
  expect(findLogicProblems(surveyOf(ranking, matrix))).toEqual([]);
  expect(findLogicProblems(surveyOf({ ...matrix, rows: [] })).join()).toContain('needs a row');
  const asked = text('why', { showIf: { question: 'order', from: null, to: null, anyOf: ['a'] } });
  expect(findLogicProblems(surveyOf(ranking, asked)).join()).toContain('cannot decide');
});

it('names what could not be replaced in a text or a translation', () => {
  const problemsOf = (words: string, translated: string) =>
    findLogicProblems({
      ...surveyOf(score('nps'), text('why', { text: words }), text('more')),
      translations: { de: { 'why.text': translated } },
    }).join(' ');
  const good = 'Hi {{@name|you there}}, {{nps}}?';
  expect(problemsOf(good, '{{nps}}, {{@name|Freund}}?')).toBe('');
  expect(problemsOf(good, '')).toBe('');
  expect(problemsOf('Set {a} or {b}', 'Menge {a}')).toBe('');
  for (const key of ['nope', 'why', 'more'])
    expect(problemsOf(`Why {{${key}}}?`, '')).toContain(`Question 2: {{${key}}} names no question`);
  expect(problemsOf('Why {{ @name | there }}?', '')).toContain('Question 2: “{{ @name | there }}”');
  expect(problemsOf(good, '{{ @name | Freund }}')).toContain('Question 2, in de: “{{ @name | Freund }}”');
  expect(problemsOf(good, '{@name|Freund}')).toContain('“{@name|Freund}”');
  expect(problemsOf(good, '{{@Name|Freund}}')).toContain('{{@Name}} is not in the text');
});

it('refuses the names that a page uses itself', () => {
  for (const key of ['website', 'q', 'v', 'r', 'lang', 'end', 'thanks'])
    expect(findLogicProblems(surveyOf(score(key))).join()).toContain(`may not be "${key}"`);
  expect(findLogicProblems({ ...surveyOf(score('a')), fields: ['v'] }).join()).toContain('Hidden field "v"');
});
