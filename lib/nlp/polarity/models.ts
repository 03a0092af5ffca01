import { existsSync, readFileSync } from 'node:fs';
import type { EnglishModel } from './english-model';
import type { LearnedModel } from './learned-language';
import { unpackEnglishModel, unpackLearnedModels } from './packed-models';

/** Trained on texts whose licences allow any use. */
const ENGLISH_WEIGHTS = new URL('./weights/english.json', import.meta.url);
/** Trained on tweets collected for research. An installation that may not use such weights deletes this file. */
const LEARNED_WEIGHTS = new URL('./weights/multilingual-tweets.json', import.meta.url);

let english: EnglishModel | undefined;
let learned: ReadonlyMap<string, LearnedModel> | undefined;

/** The bundled English model, read at first use. */
export function getEnglishModel(): EnglishModel {
  english ??= unpackEnglishModel(JSON.parse(readFileSync(ENGLISH_WEIGHTS, 'utf8')));
  return english;
}

/** The bundled models of other languages by ISO 639-1, read at first use; none where their file was left out. */
export function getLearnedModels(): ReadonlyMap<string, LearnedModel> {
  learned ??= existsSync(LEARNED_WEIGHTS)
    ? unpackLearnedModels(JSON.parse(readFileSync(LEARNED_WEIGHTS, 'utf8')))
    : new Map<string, LearnedModel>();
  return learned;
}
