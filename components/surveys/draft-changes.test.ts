import { describe, expect, it } from 'vitest';
import { findLogicProblems } from '@/lib/surveys/find-logic-problems';
import { makeTemplate } from '@/lib/surveys/templates';
import {
  addQuestion,
  changeQuestion,
  firstCondition,
  freshKey,
  moveQuestion,
  removeQuestion,
} from './draft-changes';

const nps = makeTemplate('nps');
const withCondition = changeQuestion(nps, 'why', {
  showIf: { question: 'nps', from: 0, to: 6, anyOf: [] },
});

describe('changes of a draft', () => {
  it('take no key that was ever asked', () => {
    const draft = addQuestion(nps, 'nps', ['nps2']);
    expect(draft.questions.map(({ key }) => key)).toEqual(['nps', 'why', 'nps3']);
    expect(freshKey('end', [])).toBe('end2');
  });

  it('take the conditions about a question away with it', () => {
    expect(removeQuestion(withCondition, 'nps').questions).toMatchObject([{ key: 'why', showIf: null }]);
  });

  it('move a question, but not over the ends', () => {
    expect(moveQuestion(nps, 'why', -1).questions.map(({ key }) => key)).toEqual(['why', 'nps']);
    expect(moveQuestion(nps, 'why', 1)).toBe(nps);
    expect(findLogicProblems(moveQuestion(withCondition, 'why', -1))).toHaveLength(1);
  });

  it.each(['nps', 'single', 'consent'] as const)('begin a condition on %s that holds', (kind) => {
    const draft = addQuestion(addQuestion(nps, kind, []), 'short_text', []);
    const asked = draft.questions[2];
    const showIf = asked ? firstCondition(asked) : null;
    expect(findLogicProblems(changeQuestion(draft, 'short_text', { showIf }))).toEqual([]);
  });
});
