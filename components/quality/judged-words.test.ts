import { expect, it } from 'vitest';
import { makeJudged } from '@/lib/quality/testing/make-judged';
import { judgedInWords } from './judged-words';

const statements = [makeJudged({ people: ['neutral'], engine: 'neutral', source: 'Reviews' })];

it('says which statements a list shows', () => {
  expect(judgedInWords({}, statements)).toBe('');
  expect(judgedInWords({ compared: '1' }, statements)).toBe('labelled by people and by the engine');
  expect(judgedInWords({ compared: '1', person: 'negative', engine: 'neutral' }, statements)).toBe(
    'people say negative, the engine says neutral',
  );
  expect(
    judgedInWords(
      { tenth: '9', right: '0', language: 'fr', source: 'Reviews', channel: 'review' },
      statements,
    ),
  ).toBe('the engine is wrong, the engine is 90 to 100% sure, from Reviews, channel review, in French');
  expect(judgedInWords({ person: 'no_opinion', language: 'unknown' }, statements)).toBe(
    'people cannot tell, language not known',
  );
});
