import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';
import { CALIBRATIONS } from '@/lib/nlp/lexicon-sentiment';

// What is trained for the files beside `multilingual-tweets.json` reads no tweets of research origin: it is made here from a copy
// of the data sets that lacks them.
const copy = mkdtempSync(join(tmpdir(), 'verbatim-data-'));
const TWEETS = 'xlmt_multilingual_tweets';

const load = async () => ({
  ...(await import('./labelled-texts')),
  ...(await import('./labelled-kinds')),
  ...(await import('./fit-word-lists')),
});

describe.runIf(hasDataSets('training without tweets'))('training without tweets', () => {
  let [whole, without]: Awaited<ReturnType<typeof load>>[] = [];
  beforeAll(async () => {
    vi.resetModules();
    whole = await load();
    for (const name of readdirSync(dataFile('')).filter((each) => each !== TWEETS)) {
      symlinkSync(join(dataFile(''), name), join(copy, name));
    }
    vi.stubEnv('VOC_DATA', copy);
    vi.resetModules();
    without = await load();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    // Other test files share this process, and would find the copy gone.
    vi.resetModules();
    rmSync(copy, { recursive: true });
  });

  it('has the same texts and kinds, and the curves of the word lists are those in the code', () => {
    expect(() => without?.readEnglishTweets()).toThrow(TWEETS);
    expect(without?.readOpenTexts().length).toBe(whole?.readOpenTexts().length);
    expect(without?.readLabelledKinds().length).toBe(whole?.readLabelledKinds().length);
    const { english, other } = CALIBRATIONS;
    const curves = without?.fitWordLists().slice(0, 4) ?? [];
    for (const [at, { intercept, strength, evidence }] of [
      english.opinion,
      english.neutral,
      other.opinion,
      other.neutral,
    ].entries()) {
      const numbers = [intercept, strength, evidence].map((value) => value.toFixed(2)).join(', ');
      expect(curves[at]).toContain(`: ${numbers} (`);
    }
  });
});
