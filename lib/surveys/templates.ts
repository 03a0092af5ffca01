import type { Definition, Question } from '@/lib/widget/definition';

export const templateNames = {
  nps: 'NPS: would you recommend us',
  csat_stars: 'CSAT with stars',
  csat_faces: 'CSAT with faces',
  csat_numbers: 'CSAT with numbers',
  ces: 'CES: how easy was it',
  nps_reasons: 'NPS, with a question for each group',
  support: 'After support: solved, effort, satisfaction',
  leaving: 'On leaving: why, and what else',
  blank: 'One open question',
} as const;
export type TemplateName = keyof typeof templateNames;

/** A question with nothing but its kind and words. */
export function makeQuestion(fields: Pick<Question, 'key' | 'kind' | 'text'> & Partial<Question>): Question {
  return {
    isRequired: false,
    style: 'numbers',
    lowLabel: '',
    highLabel: '',
    choices: [],
    rows: [],
    showIf: null,
    skips: [],
    ...fields,
  };
}

/** A survey to begin with: a score, a question why, thanks. */
export function makeTemplate(name: TemplateName): Definition {
  const why = makeQuestion({
    key: 'why',
    kind: 'long_text',
    text: 'What is the most important reason for your score?',
  });
  return {
    language: 'en',
    questions: isLonger(name) ? longer[name]() : [scoreQuestion(name), why],
    thanks: { title: 'Thank you', text: 'We read every answer.', redirectUrl: '' },
    privacy: { text: '', url: '' },
    fields: [],
    translations: {},
  };
}

type ShortTemplate = 'nps' | 'csat_stars' | 'csat_faces' | 'csat_numbers' | 'ces';

/** Templates of other questions than a score and why. */
const longer: Record<Exclude<TemplateName, ShortTemplate>, () => Question[]> = {
  nps_reasons: () => [
    scoreQuestion('nps'),
    ...(
      [
        ['missing', 0, 6, 'What went wrong, or what is missing?'],
        ['better', 7, 8, 'What would make it a 9 or 10?'],
        ['best', 9, 10, 'What do you like most?'],
      ] as const
    ).map(([key, from, to, text]) =>
      makeQuestion({ key, kind: 'long_text', text, showIf: { question: 'nps', from, to, anyOf: [] } }),
    ),
    mayAskBack(),
  ],
  support: () => [
    makeQuestion({
      key: 'solved',
      kind: 'single',
      text: 'Is your question solved?',
      isRequired: true,
      choices: [
        { key: 'yes', text: 'Yes' },
        { key: 'partly', text: 'In part' },
        { key: 'no', text: 'No' },
      ],
    }),
    makeQuestion({
      key: 'open',
      kind: 'long_text',
      text: 'What is still open?',
      showIf: { question: 'solved', from: null, to: null, anyOf: ['partly', 'no'] },
    }),
    { ...scoreQuestion('ces'), text: 'How easy was it to get help?' },
    { ...scoreQuestion('csat_faces'), text: 'How satisfied are you with whoever helped you?' },
  ],
  leaving: () => [
    makeQuestion({
      key: 'reason',
      kind: 'single',
      text: 'Why are you leaving?',
      isRequired: true,
      choices: [
        { key: 'price', text: 'It costs too much' },
        { key: 'missing', text: 'Something is missing' },
        { key: 'hard', text: 'It is hard to use' },
        { key: 'quality', text: 'It did not work well' },
        { key: 'other_product', text: 'I go on to another product' },
        { key: 'no_need', text: 'I no longer need it' },
      ],
    }),
    makeQuestion({
      key: 'product',
      kind: 'short_text',
      text: 'Which product do you go on to?',
      showIf: { question: 'reason', from: null, to: null, anyOf: ['other_product'] },
    }),
    makeQuestion({ key: 'change', kind: 'long_text', text: 'What would have made you stay?' }),
    mayAskBack(),
  ],
  blank: () => [makeQuestion({ key: 'comment', kind: 'long_text', text: 'What should we do better?' })],
};

function isLonger(name: TemplateName): name is keyof typeof longer {
  return name in longer;
}

function mayAskBack(): Question {
  return makeQuestion({
    key: 'may_ask_back',
    kind: 'consent',
    text: 'May we come back to you about your answers?',
    highLabel: 'I agree',
  });
}

function scoreQuestion(name: ShortTemplate): Question {
  if (name === 'nps') {
    return makeQuestion({
      key: 'nps',
      kind: 'nps',
      text: 'How likely are you to recommend us to a friend or colleague?',
      isRequired: true,
      lowLabel: 'Not at all likely',
      highLabel: 'Extremely likely',
    });
  }
  if (name === 'ces') {
    return makeQuestion({
      key: 'ces',
      kind: 'ces',
      text: 'How easy was it to do what you came for?',
      isRequired: true,
      lowLabel: 'Very difficult',
      highLabel: 'Very easy',
    });
  }
  return makeQuestion({
    key: 'csat',
    kind: 'csat',
    style: name === 'csat_stars' ? 'stars' : name === 'csat_faces' ? 'faces' : 'numbers',
    text: 'How satisfied are you with us?',
    isRequired: true,
    lowLabel: 'Very dissatisfied',
    highLabel: 'Very satisfied',
  });
}
