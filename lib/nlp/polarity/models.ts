import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnglishModel } from './english-model';
import type { LearnedModel } from './learned-language';
import { type TweetModels, unpackEnglishModel, unpackTweetModels } from './packed-models';

/** Trained on texts whose licences allow any use. */
const ENGLISH_WEIGHTS = new URL('./weights/english.json', import.meta.url);
/**
 * Trained on tweets collected for research. An installation that may not use such weights deletes this file: so it is looked for
 * by its place, and is no part of what is built.
 */
const TWEET_WEIGHTS = join(process.cwd(), 'lib/nlp/polarity/weights/multilingual-tweets.json');

let open: EnglishModel | undefined;
let fromTweets: TweetModels | null | undefined;

/** The bundled English model: that which also learned from tweets, or the open one where that was left out. */
export const getEnglishModel = (): EnglishModel => getTweetModels()?.english ?? getOpenEnglishModel();

/** The English model of texts under open licences alone, read at first use. */
export function getOpenEnglishModel(): EnglishModel {
  open ??= unpackEnglishModel(JSON.parse(readFileSync(ENGLISH_WEIGHTS, 'utf8')));
  return open;
}

/** The bundled models of other languages by ISO 639-1; none where their file was left out. */
export const getLearnedModels = (): ReadonlyMap<string, LearnedModel> =>
  getTweetModels()?.languages ?? NO_MODELS;

const NO_MODELS: ReadonlyMap<string, LearnedModel> = new Map();

/** Without reading them. */
export const areTweetWeightsThere = (): boolean => existsSync(TWEET_WEIGHTS);

function getTweetModels(): TweetModels | null {
  if (fromTweets === undefined) {
    fromTweets = areTweetWeightsThere()
      ? unpackTweetModels(JSON.parse(readFileSync(TWEET_WEIGHTS, 'utf8')))
      : null;
  }
  return fromTweets;
}
