import { eld } from 'eld/medium';
import { describe, expect, it } from 'vitest';
import { hasDataSets, readCsv } from '@/lib/core/testing/data-sets';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from '../testing/hostile-texts';
import { parseNgramTable } from './ngram-table';
import { scoreLanguages } from './score-languages';

/** The package's own scale. */
const SCALE = 25;

/** As the package gives its scores: by language, those above 0. */
function readScores(text: string): Record<string, number> {
  const { languages, scores, ngrams } = scoreLanguages(text);
  return Object.fromEntries(
    languages.flatMap((language, at) => {
      const share = (scores[at] ?? 0) / ngrams;
      return share > 0 ? [[language, share / (share + SCALE)]] : [];
    }),
  );
}

const agree = (text: string) => expect(readScores(text)).toEqual(eld.detect(text).getScores());

describe('scoreLanguages', () => {
  it.each([
    'The staff was friendly, it WAS clean.',
    "don't, 'quoted' and dogs' `ticks`''s",
    'Très déçu de l’accueil',
    'Огромное спасибо 😀 за помощь',
    '予約が取れませんでした。',
    'ΑΣ.Β ΟΔΟΣ',
    'İstanbul',
    `${'x'.repeat(71)} ${'y'.repeat(90)} ${'z'.repeat(70)}`,
    `word ${'and another '.repeat(60)}`,
    '12 345',
    '',
  ])('scores %j as the package does', agree);

  it('scores hostile text as the package does', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) agree(text.slice(0, 500));
  });

  it.runIf(hasDataSets('sentences of many languages'))('scores sentences as the package does', () => {
    const sentences = readCsv('langid_lingua/sentences.csv').filter((_, row) => row % 40 === 0);
    expect(sentences.length).toBeGreaterThan(300);
    for (const { text = '' } of sentences) agree(text);
  });
});

describe('parseNgramTable', () => {
  it('refuses files of another form', () => {
    expect(() => parseNgramTable('export const data = []', '')).toThrow('not in the form that is known');
  });
});
