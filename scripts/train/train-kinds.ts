import { classifyKind, type StatementKind } from '@/lib/nlp/kind';
import { decideKind, ratedKind } from '@/lib/nlp/kinds/judge-kind';
import {
  computeKindFeatures,
  KIND_BUCKETS,
  type KindLanguage,
  kindLanguages,
} from '@/lib/nlp/kinds/kind-features';
import type { KindModel, RatedKind } from '@/lib/nlp/kinds/kind-model';
import type { LinearModel } from '@/lib/nlp/polarity/linear-model';
import type { Sentiment } from '@/lib/nlp/sentiment';
import { fitLimitedConfidence } from '@/lib/nlp/training/fit-confidence';
import { fitLogistic } from '@/lib/nlp/training/fit-logistic';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import { readComposedKinds } from './composed-texts';
import { type LabelledKind, targetOfKinds } from './labelled-kinds';
import { balance } from './train-english';

/** A sentiment engine that has not seen the texts it is asked of. */
export type SentimentLabelOf = (text: string) => Pick<Sentiment, 'label'>;

const PENALTY = 2;
const ITERATIONS = 50;

/** Reviews hardly ever are a word of blame and no more; a composed sentence counts this much of one. */
const COMPOSED_WEIGHT = 0.5;

/** Trains the weights of one language on reviews and composed feedback; problem, request and the rest count alike in the sum. */
export function trainKinds(reviews: readonly LabelledKind[], language: KindLanguage): LinearModel {
  const composed = readComposedKinds(language);
  const rows = [...reviews, ...composed.map(({ text, kind }) => ({ text, kinds: [kind] }))];
  const features = rows.map(({ text }) => computeKindFeatures(text, language));
  const dense = features.map((one) => Float32Array.from(one.dense));
  const targets = Float32Array.from(rows.flatMap(({ kinds }) => targetOfKinds(kinds)));
  return fitLogistic(
    {
      dense,
      denseWidth: dense[0]?.length ?? 0,
      buckets: features.map(({ buckets }) => buckets),
      bucketValues: features.map(({ bucketValue }) => bucketValue),
      bucketCount: KIND_BUCKETS[language],
      targets,
      weights: balance(
        rows.map((_, index) => (index < reviews.length ? 1 : COMPOSED_WEIGHT)),
        targets,
      ),
    },
    PENALTY,
    ITERATIONS,
  );
}

/** What was said of a text by weights that had not seen it, and by the rule alone. */
export interface HeldOutKind extends LabelledKind {
  rule: StatementKind;
  kind: StatementKind;
  chance: number;
}

/** Judges the texts of each part with weights trained on all others. Texts in which the rule finds no content keep it. */
export function judgeHeldOut(
  rows: readonly LabelledKind[],
  language: KindLanguage,
  partOf: (row: LabelledKind, index: number) => string | number,
  sentimentOf: SentimentLabelOf,
): HeldOutKind[] {
  const parts = rows.map(partOf);
  return [...new Set(parts)].flatMap((part) => {
    const weights = trainKinds(
      rows.filter((_, index) => parts[index] !== part),
      language,
    );
    return rows
      .filter((_, index) => parts[index] === part)
      .map((row): HeldOutKind => {
        const sentiment = sentimentOf(row.text);
        const rule = classifyKind(row.text, sentiment);
        return rule === 'no_content'
          ? { ...row, rule, kind: rule, chance: 1 }
          : { ...row, rule, ...decideKind(row.text, language, sentiment, rule, weights) };
      });
  });
}

/**
 * Whether a kind is one of those that a text was labelled with. Nobody labelled statements and questions: they are right
 * where the text neither reports a fault nor asks for something.
 */
export const isRightKind = (rated: RatedKind, kinds: readonly RatedKind[]): boolean =>
  rated === 'rest' ? !kinds.includes('problem') && !kinds.includes('request') : kinds.includes(rated);

const DECIMALS = 1000;

/**
 * How often each kind is right by the rule alone: the mean over the sets of apps that people labelled in a language, each counting
 * alike, and of English and French the lower one. It stands for languages that nobody labelled, whose rule and word list are by the
 * same hand.
 *
 * @param sentimentOf of texts under open licences, and of French by its word list: no tweets
 */
export function measureRuleAlone(
  rows: readonly LabelledKind[],
  sentimentOf: Record<KindLanguage, SentimentLabelOf>,
): Record<RatedKind, number> {
  const judged = rows
    .map((row) => ({ ...row, kind: classifyKind(row.text, sentimentOf[row.language](row.text)) }))
    .filter(({ kind }) => kind !== 'no_content');
  const meanOf = (rated: RatedKind, language: KindLanguage): number => {
    const ofKind = judged.filter((row) => row.language === language && ratedKind(row.kind) === rated);
    const shares = [...new Set(ofKind.map(({ group }) => group))].map((one) => {
      const ofGroup = ofKind.filter(({ group }) => group === one);
      return ofGroup.filter(({ kinds }) => isRightKind(rated, kinds)).length / ofGroup.length;
    });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const lowerOf = (rated: RatedKind): number =>
    Math.round(Math.min(meanOf(rated, 'en'), meanOf(rated, 'fr')) * DECIMALS) / DECIMALS;
  return {
    problem: lowerOf('problem'),
    request: lowerOf('request'),
    praise: lowerOf('praise'),
    rest: lowerOf('rest'),
  };
}

/** Of the texts that are called a kind, in one app and language: those that the kind is surest of. */
const SUREST = 1 / 4;

/**
 * What is proven of the texts that a kind is surest of: the lower end of the 95 % interval of the share that is right, in the mean over apps
 * and languages. A kind is never surer than this in any language, for what comes is of no app that people labelled, and as likely to be like the
 * one as like the other.
 */
function findProvenShare(heldOut: readonly HeldOutKind[], rated: RatedKind): number {
  const nameOf = ({ group, language }: HeldOutKind) => `${group} ${language}`;
  const proven = [...new Set(heldOut.map(nameOf))].flatMap((name) => {
    const rows = heldOut.filter((row) => nameOf(row) === name);
    const surest = [...rows].sort((a, b) => b.chance - a.chance).slice(0, Math.ceil(rows.length * SUREST));
    const right = surest.filter(({ kinds }) => isRightKind(rated, kinds)).length;
    return computeWilsonInterval(right, surest.length)?.low ?? [];
  });
  return proven.reduce((sum, share) => sum + share, 0) / proven.length;
}

/** The models of English and French, their confidence measured on apps left out, each app alike. */
export function trainKindModels(
  rows: readonly LabelledKind[],
  sentimentOf: Record<KindLanguage, SentimentLabelOf>,
): Map<KindLanguage, KindModel> {
  const inLanguage = (language: KindLanguage) => rows.filter((row) => row.language === language);
  const heldOut = kindLanguages.flatMap((language) =>
    judgeHeldOut(inLanguage(language), language, ({ group }) => group, sentimentOf[language]),
  );
  const ofKind = (rated: RatedKind) =>
    heldOut.filter(({ kind }) => kind !== 'no_content' && ratedKind(kind) === rated);
  const curveOf = (rated: RatedKind, language: KindLanguage) => {
    const judged = ofKind(rated).filter((row) => row.language === language);
    const sizes = new Map<string, number>();
    for (const { group } of judged) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    return fitLimitedConfidence(
      judged.map(({ chance, kinds, group }) => ({
        chance,
        isRight: isRightKind(rated, kinds),
        weight: 1 / (sizes.get(group) ?? 1),
      })),
      findProvenShare(ofKind(rated), rated),
    );
  };
  return new Map(
    kindLanguages.map((language): [KindLanguage, KindModel] => [
      language,
      {
        weights: trainKinds(inLanguage(language), language),
        confidence: {
          problem: curveOf('problem', language),
          request: curveOf('request', language),
          praise: curveOf('praise', language),
          rest: curveOf('rest', language),
        },
      },
    ]),
  );
}
