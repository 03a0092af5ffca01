import { expect, it } from 'vitest';
import { questionWords } from './question-words';

it('shows no braces to who reads results', () => {
  expect(questionWords('Why {{nps}}, {{@name|friend}}, of {{@account}}?')).toBe('Why …, friend, of …?');
});
