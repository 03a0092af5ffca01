import { classifyKind, classifyRest, type KindReading, readForKind, type StatementKind } from '../kind';
import { readConfidence } from '../polarity/confidence-curve';
import type { LinearModel } from '../polarity/linear-model';
import type { Sentiment } from '../sentiment';
import { computeKindFeatures, type KindLanguage, kindLanguages } from './kind-features';
import { getKindModels, KIND_CLASSES, predictKind, type RatedKind } from './kind-model';
import { UNLABELLED_LANGUAGES } from './unlabelled-languages';

export interface KindJudgement {
  kind: StatementKind;
  /**
   * How likely the kind is right, 0..1: measured in English and French; in German, Spanish, Italian and Portuguese what the same
   * rule reached in those two, the lower of both. Null in languages that are not read.
   */
  kindConfidence: number | null;
}

/**
 * Of lines of English chats that are called no content, 94 of 100 are greetings, thanks, a yes or a no by people's labels
 * (`npm run bench -- kinds`); a little less, for answers to surveys and other languages are not among them.
 */
export const NO_CONTENT_CONFIDENCE = 0.9;

/**
 * What a statement does. In English and French a model trained on labelled app reviews and the rule of `classifyKind`
 * decide together what is a problem or a request; in other languages the rule decides alone.
 *
 * @param language ISO 639-1; null reads as English
 */
export function judgeKind(
  text: string,
  language: string | null,
  sentiment: Pick<Sentiment, 'label'>,
): KindJudgement {
  const reading = readForKind(text);
  const rule = classifyKind(text, sentiment, reading);
  const known = kindLanguages.find((one) => one === (language ?? 'en'));
  const isRead = known !== undefined || UNLABELLED_LANGUAGES.includes(language ?? 'en');
  if (rule === 'no_content') return { kind: rule, kindConfidence: isRead ? NO_CONTENT_CONFIDENCE : null };
  const { byLanguage, ruleAlone } = getKindModels();
  const model = known && byLanguage.get(known);
  if (!model) return { kind: rule, kindConfidence: (isRead && ruleAlone?.[ratedKind(rule)]) || null };
  const { kind, chance } = decideKind(text, known, sentiment, rule, model.weights, reading);
  return { kind, kindConfidence: readConfidence(model.confidence[ratedKind(kind)], chance) };
}

/** A statement's kind by the rule and given weights, and the chance of its class. The rule has found content. */
export function decideKind(
  text: string,
  language: KindLanguage,
  sentiment: Pick<Sentiment, 'label'>,
  rule: StatementKind,
  weights: LinearModel,
  reading: KindReading = readForKind(text),
): { kind: StatementKind; chance: number } {
  const chances = predictKind(weights, computeKindFeatures(text, language, reading), rule);
  const chance = Math.max(...chances);
  const found = KIND_CLASSES[chances.indexOf(chance)] ?? 'rest';
  return { kind: found === 'rest' ? classifyRest(reading, sentiment) : found, chance };
}

/** The curve that a kind's confidence is read from. */
export const ratedKind = (kind: StatementKind): RatedKind =>
  kind === 'problem' || kind === 'request' || kind === 'praise' ? kind : 'rest';
