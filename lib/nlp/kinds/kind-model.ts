import { existsSync, readFileSync } from 'node:fs';
import type { StatementKind } from '../kind';
import type { ConfidenceCurve } from '../polarity/confidence-curve';
import {
  blendChances,
  type Chances,
  type LinearModel,
  type PackedLinearModel,
  packLinearModel,
  predictChances,
  unpackLinearModel,
} from '../polarity/linear-model';
import type { KindFeatures, KindLanguage } from './kind-features';

/** What the three classes of a model of kinds stand for, in their order. */
export const KIND_CLASSES = ['problem', 'request', 'rest'] as const;

/** Kinds that are told how likely they are right. */
export const RATED_KINDS = ['problem', 'request', 'praise', 'rest'] as const;
export type RatedKind = (typeof RATED_KINDS)[number];

export interface KindModel {
  weights: LinearModel;
  /** How often each kind was right, by the chance of its class, on apps that were left out of training. */
  confidence: Record<RatedKind, ConfidenceCurve>;
}

/** Chosen among .5, .6, .7 and 1 on data sets and apps left out of training: macro-F1 is nowhere below the rule's. */
const MODEL_SHARE = 0.7;

/** The chances of problem, request and the rest: the model's and the rule's vote. */
export function predictKind(weights: LinearModel, features: KindFeatures, rule: StatementKind): Chances {
  const { dense, buckets, bucketValue } = features;
  const vote = RULE_VOTES[rule === 'problem' || rule === 'request' ? rule : 'rest'];
  return blendChances(predictChances(weights, [dense], buckets, bucketValue), vote, MODEL_SHARE);
}

const RULE_VOTES: Record<(typeof KIND_CLASSES)[number], Chances> = {
  problem: [1, 0, 0],
  request: [0, 1, 0],
  rest: [0, 0, 1],
};

/** What the product knows of kinds. */
export interface KindModels {
  /** By ISO 639-1. */
  byLanguage: ReadonlyMap<string, KindModel>;
  /**
   * How likely a kind is right, 0..1, in a language that the rule alone reads and nobody labelled: what the rule reached where
   * people did label, in English or French, whichever is lower; see `measureRuleAlone`.
   */
  ruleAlone: Readonly<Record<RatedKind, number>> | null;
}

/** The file of weights as it lies in `weights/`. */
interface PackedKindModels {
  byLanguage: Record<string, { weights: PackedLinearModel; confidence: KindModel['confidence'] }>;
  ruleAlone: Record<RatedKind, number>;
}

export const packKindModels = (
  models: ReadonlyMap<KindLanguage, KindModel>,
  ruleAlone: Record<RatedKind, number>,
): PackedKindModels => ({
  byLanguage: Object.fromEntries(
    [...models].map(([language, { weights, confidence }]) => [
      language,
      { weights: packLinearModel(weights), confidence },
    ]),
  ),
  ruleAlone,
});

const WEIGHTS = new URL('./weights/app-reviews.json', import.meta.url);
const NOTHING_MEASURED: KindModels = { byLanguage: new Map(), ruleAlone: null };
let bundled: KindModels | undefined;

/** What is bundled, read at first use; nothing where its file was left out. */
export function getKindModels(): KindModels {
  bundled ??= existsSync(WEIGHTS) ? unpack(JSON.parse(readFileSync(WEIGHTS, 'utf8'))) : NOTHING_MEASURED;
  return bundled;
}

const unpack = ({ byLanguage, ruleAlone }: PackedKindModels): KindModels => ({
  byLanguage: new Map(
    Object.entries(byLanguage).map(([language, { weights, confidence }]) => [
      language,
      { weights: unpackLinearModel(weights), confidence },
    ]),
  ),
  ruleAlone,
});
