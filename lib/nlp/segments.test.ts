import { describe, expect, it } from 'vitest';
import { splitSegments } from './segments';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

const split = (text: string, language?: string) =>
  splitSegments(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitSegments', () => {
  it('splits sentences and keeps abbreviations together', () => {
    expect(split('Dr. Smith was kind. The wait, e.g. for tests, was long! Why?')).toEqual([
      'Dr. Smith was kind.',
      'The wait, e.g. for tests, was long!',
      'Why?',
    ]);
  });

  it('leaves whole what ICU leaves whole, asked or not', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    for (const text of [
      'It works (mostly) - at 10:30 & "later"; see a/b, c_d <x> {y} [z] ~ $5 #1!?',
      'no end',
      'What now???',
      'one, two; three: four...',
    ]) {
      expect([...segmenter.segment(text)]).toHaveLength(1);
      expect(split(text)).toEqual([text]);
    }
  });

  it('splits lines and lists, and where the space after a full stop was forgotten', () => {
    expect(split('Pros:\n- fast app\n- nice staff\r\n\r\n1. Too expensive')).toEqual([
      'Pros:',
      '- fast app',
      '- nice staff',
      '1. Too expensive',
    ]);
    expect(split('Good food.The staff was rude.')).toEqual(['Good food.', 'The staff was rude.']);
    expect(split('• clean room • loud street')).toEqual(['• clean room', '• loud street']);
  });

  it.each([
    ['Love it!! 😍 But the price is awful.', ['Love it!! 😍', 'But the price is awful.']],
    ['Love it.❤️ The price is awful. 😡👎🏽', ['Love it.❤️', 'The price is awful. 😡👎🏽']],
    ['Great food! ★★★★★ Bad coffee.', ['Great food! ★★★★★', 'Bad coffee.']],
    ['Great food! :) Bad coffee :(', ['Great food! :)', 'Bad coffee :(']],
    ['✅ Fast. ✅ Cheap. ❌ No support.', ['✅ Fast.', '✅ Cheap.', '❌ No support.']],
    ['My list. ✅ Cheap. ❌ No support.', ['My list.', '✅ Cheap.', '❌ No support.']],
    ['😍 The food. 😡 The price.', ['😍 The food.', '😡 The price.']],
  ])(
    'leaves the signs after a stop to the sentence before, and those of a list to theirs: %s',
    (text, expected) => {
      expect(split(text)).toEqual(expected);
    },
  );

  it.each([
    [
      'en',
      'The staff were lovely, but the food was cold',
      ['The staff were lovely,', 'but the food was cold'],
    ],
    [
      'fr',
      'Le personnel est aimable mais les prix sont trop élevés',
      ['Le personnel est aimable', 'mais les prix sont trop élevés'],
    ],
    [
      'de',
      'Die Ware ist gut, aber der Versand dauert ewig',
      ['Die Ware ist gut,', 'aber der Versand dauert ewig'],
    ],
    ['it', 'Il negozio è bello però i prezzi sono alti', ['Il negozio è bello', 'però i prezzi sono alti']],
  ])('splits clauses at a contrast (%s)', (language, text, expected) => {
    expect(split(text, language)).toEqual(expected);
  });

  it.each([
    'good but slow',
    'I had nothing but trouble with this thing',
    'It is not only cheap and good but also very fast',
  ])('keeps together what does not turn: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('covers every character but white space once, in order, without cutting a surrogate pair', {
    timeout: HOSTILE_TIMEOUT_MS,
  }, () => {
    for (const text of listHostileTexts()) {
      let covered = 0;
      let previousEnd = 0;
      let outside = '';
      let cutsPair = false;
      for (const { start, end } of splitSegments(text)) {
        expect(end > start && start >= previousEnd).toBe(true);
        outside += text.slice(previousEnd, start);
        cutsPair ||=
          /^[\udc00-\udfff]/.test(text.slice(start, end)) && /[\ud800-\udbff]$/.test(text.slice(0, start));
        covered += end - start;
        previousEnd = end;
      }
      outside += text.slice(previousEnd);
      expect(outside.trim()).toBe('');
      expect(covered + outside.length).toBe(text.length);
      expect(cutsPair).toBe(false);
    }
  });

  it('cuts a text without sentences into readable lengths', () => {
    expect(
      Math.max(...splitSegments('word '.repeat(30_000)).map(({ start, end }) => end - start)),
    ).toBeLessThanOrEqual(2000);
  });

  it('reads an unknown language tag as plain text', () => {
    expect(splitSegments('One. Two.', 'not a tag')).toHaveLength(2);
  });
});
