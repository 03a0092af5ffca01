import { expect, test } from 'vitest';
import { describeScore as describeParts } from './score-words';

const describeScore = (...given: Parameters<typeof describeParts>) =>
  Object.values(describeParts(...given)).join('');

const score = {
  impactPoints: -3.24,
  interval: { low: -4.11, high: -2.33 },
  pValue: 0.001,
  qValue: 0.004,
  contactsWithTheme: 104,
  contacts: 1204,
};

test('a link with the score is an association with interval and numbers of people', () => {
  const words = describeScore('nps', score);
  expect(words).toContain('associated with −3.2 points (95% interval −4.1 to −2.3)');
  expect(words).toContain('very unlikely to be chance');
  expect(words).toContain('all 1,204 people');
  expect(words).toContain('from 104 of them. The interval takes as given how many people complain');
  expect(words).not.toMatch(/moves|causes|effect|because/);
});

test('what may be chance is said to', () => {
  expect(describeScore('nps', { ...score, qValue: 0.4 })).toContain('may be chance');
});

test('the share of satisfied people moves in percentage points', () => {
  expect(describeScore('csat', score)).toContain('CSAT: associated with −3.2 percentage points');
});
