import type { Definition, Question } from '@/lib/widget/definition';

export const templateNames = {
  nps: 'NPS: would you recommend us',
  csat_stars: 'CSAT with stars',
  csat_faces: 'CSAT with faces',
  csat_numbers: 'CSAT with numbers',
  ces: 'CES: how easy was it',
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
    questions: name === 'blank' ? [openQuestion()] : [scoreQuestion(name), why],
    thanks: { title: 'Thank you', text: 'We read every answer.', redirectUrl: '' },
    privacy: { text: '', url: '' },
    fields: [],
    translations: {},
  };
}

function openQuestion(): Question {
  return makeQuestion({ key: 'comment', kind: 'long_text', text: 'What should we do better?' });
}

function scoreQuestion(name: Exclude<TemplateName, 'blank'>): Question {
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
