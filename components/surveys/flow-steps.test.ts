import { expect, it } from 'vitest';
import { makeQuestion } from '@/lib/surveys/templates';
import { type Definition, END } from '@/lib/widget/definition';
import { computeFlow, computeLanes } from './flow-steps';

const when = (question: string, fields: object) => ({ question, from: null, to: null, anyOf: [], ...fields });
const choices = [
  { key: 'a', text: 'Exports' },
  { key: 'b', text: 'Reports' },
];
const definition: Definition = {
  language: 'en',
  questions: [
    makeQuestion({
      ...{ key: 'nps', kind: 'nps', text: 'How likely?' },
      skips: [
        { when: when('nps', { from: 9 }), to: 'part' },
        { when: when('nps', { from: 7, to: 7 }), to: END },
      ],
    }),
    makeQuestion({ key: 'why', kind: 'long_text', text: 'Why?', showIf: when('nps', { to: 6 }) }),
    makeQuestion({ key: 'part', kind: 'single', text: 'Which part?', choices }),
    makeQuestion({
      ...{ key: 'more', kind: 'short_text', text: 'More?', showIf: when('part', { anyOf: ['a', 'b'] }) },
      skips: [{ when: when('nps', { from: 0 }), to: 'why' }],
    }),
  ],
  thanks: { title: 'Thanks', text: '', redirectUrl: '' },
  privacy: { text: '', url: '' },
  fields: [],
  translations: {},
};

it('says where each question leads, and to whom it is asked', () => {
  expect(computeFlow(definition).map(({ askedIf, exits }) => ({ askedIf, exits }))).toEqual([
    {
      askedIf: '',
      exits: [
        { to: 2, when: '9 to 10' },
        { to: 4, when: '7' },
        { to: 1, when: '' },
      ],
    },
    { askedIf: 'question 1 is 0 to 6', exits: [{ to: 2, when: '' }] },
    { askedIf: '', exits: [{ to: 3, when: '' }] },
    // A skip back is no way.
    { askedIf: 'question 3 is Exports or Reports', exits: [{ to: 4, when: '' }] },
  ]);
});

it('draws skips that run side by side apart', () => {
  expect(computeLanes(computeFlow(definition))).toEqual([
    { from: 0, to: 2, lane: 0 },
    { from: 0, to: 4, lane: 1 },
  ]);
});
