import { createRequire } from 'node:module';

/** What an engine says of a text. */
export interface Verdict {
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
  /** Below 0 rather negative, above rather positive. */
  score: number;
}

/** Judges one English text. */
export type Judge = (text: string) => Verdict;

/** VADER's own cut between neutral and not. */
const VADER_NEUTRAL = 0.05;

const require = createRequire(import.meta.url);

const toVerdict = (score: number, neutral = 0): Verdict => ({
  label: score < -neutral ? 0 : score > neutral ? 2 : 1,
  score,
});

/** The offline engines that npm offers, each as its documentation has it used. */
export function openPeers(): Map<string, Judge> {
  const { SentimentIntensityAnalyzer } = require('vader-sentiment');
  const winkNlp = require('wink-nlp');
  const wink = winkNlp(require('wink-eng-lite-web-model'), ['sbd', 'negation', 'sentiment']);
  // The one module, since the package's entry loads database drivers.
  const Analyzer = require('natural/lib/natural/sentiment/SentimentAnalyzer.js');
  const afinn = new Analyzer('English', undefined, 'afinn');
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];
  return new Map<string, Judge>([
    [
      'vader-sentiment',
      (text) => toVerdict(SentimentIntensityAnalyzer.polarity_scores(text).compound, VADER_NEUTRAL),
    ],
    ['wink-nlp', (text) => toVerdict(wink.readDoc(text).out(wink.its.sentiment))],
    [
      'natural AFINN',
      (text) => {
        const words = wordsOf(text);
        return toVerdict(words.length > 0 ? afinn.getSentiment(words) : 0);
      },
    ],
  ]);
}
