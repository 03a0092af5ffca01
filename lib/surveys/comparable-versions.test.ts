import { expect, it } from 'vitest';
import {
  chooseScores,
  findChoiceKeyProblems,
  noLongerAsked,
  withOtherVersions,
} from '@/lib/surveys/comparable-versions';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import type { Question } from '@/lib/widget/definition';

const surveyOf = (...questions: Question[]) => ({ ...makeTemplate('nps'), questions });
const nps = (key: string) => makeQuestion({ key, kind: 'nps', text: 'How likely?' });

it('counts one question of each metric in the score, and the same one in every version', () => {
  const ces = makeQuestion({ key: 'ease', kind: 'ces', text: 'How easy?' });
  const survey = surveyOf(nps('us'), nps('them'), ces);
  expect([...chooseScores(survey, [])]).toEqual([
    ['us', 'nps'],
    ['ease', 'ces'],
  ]);
  const before = [
    { key: 'gone', metric: 'nps' },
    { key: 'them', metric: 'nps' },
    { key: 'us', metric: null },
  ];
  expect(chooseScores(survey, before).has('us')).toBe(false);
  expect(chooseScores(survey, before).get('them')).toBe('nps');
});

it.each<[string, string[], string[]]>([
  ['words that were mended', ['Yess', 'No'], ['Yes', 'No']],
  ['a new one', ['Yes', 'No'], ['Yes', 'No', 'Perhaps']],
  ['one that is gone', ['Yes', 'No', 'Perhaps'], ['Yes', 'No']],
])('takes %s', (_, before, now) => {
  expect(findChoiceKeyProblems(asking(now), [...asking(before).questions])).toEqual([]);
});

it('refuses entries that were written over one another', () => {
  const problems = findChoiceKeyProblems(asking(['No', 'Yes']), [...asking(['Yes', 'No']).questions]);
  expect(problems).toEqual([expect.stringContaining('"No"'), expect.stringContaining('"Yes"')]);
});

function asking(texts: string[]) {
  const choices = texts.map((text, index) => ({ key: `c${index}`, text }));
  return surveyOf(makeQuestion({ key: 'q', kind: 'single', text: 'Which?', choices }));
}

it('keeps what earlier versions asked among the results, and says that it is no longer asked', () => {
  const which = (...texts: string[]) =>
    makeQuestion({
      ...{ key: 'which', kind: 'matrix', text: 'Which?', rows: [{ key: 'row', text: texts.join() }] },
      choices: texts.map((text) => ({ key: text.toLowerCase(), text })),
    });
  const [now, before] = [surveyOf(which('A', 'B')), surveyOf(which('A', 'C'), nps('gone'))];
  const { questions } = withOtherVersions(now, [now, before, surveyOf(which('C'))], noLongerAsked);
  expect(questions.map(({ text }) => text)).toEqual(['Which?', 'How likely? (no longer asked)']);
  expect(questions[0]?.choices.map(({ text }) => text)).toEqual(['A', 'B', 'C (no longer asked)']);
  expect(questions[0]?.rows).toEqual([{ key: 'row', text: 'A,B' }]);
});
