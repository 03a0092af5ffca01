import { seedFrom } from '@/lib/core/random';
import type { HeldOutVerdict, LanguageAdaptation } from '@/lib/nlp/adaptation/adapt-sentiment';
import type { LanguageAdapter, OpinionShift } from '@/lib/nlp/adaptation/sentiment-adapter';
import { type ConfidenceCurve, readConfidence } from '@/lib/nlp/polarity/confidence-curve';
import type { Judgement } from '@/lib/nlp/training/fit-confidence';
import { recalibrate } from '@/lib/nlp/training/recalibrate';
import {
  FEWEST_LABELS_TO_JUDGE,
  FEWEST_RATINGS_TO_JUDGE,
  type Gain,
  type LanguageReport,
} from '@/lib/quality/adaptation-report';
import { computeMacroF1 } from '@/lib/stats/macro-f1';
import { computeMeanGain } from '@/lib/stats/mean-gain';

const FOLDS = 5;

/**
 * Whether what was learned of a language is used, and what for. The opinion is, where it got more held-out texts right than
 * the bundled one by more than the standard error of that difference, and its macro-F1 is not lower: a gain on the common
 * label at the cost of the rare ones is none. Labels judge where there are enough, for ratings know no neutral. The
 * confidence is bent to labels wherever there are enough: the curve is held near where it started, and over seven kinds of text
 * bending always came nearer to the truth than bending only where few labels could prove it better. It stays as it is where
 * bending moves it little, or does worse on held-out texts by more than the standard error.
 *
 * @param curve the bundled confidence of the language
 */
export function judgeAdaptation(
  { language, labels, ratings, heldOut, shift }: LanguageAdaptation,
  curve: ConfidenceCurve,
): { report: LanguageReport; adapter: LanguageAdapter | null } {
  const counts = { language, labels, ratings };
  const judges = chooseJudges(heldOut);
  const gain = judges && measureGain(judges);
  const verdict = judgeGain(shift, gain);
  const used = verdict === 'used' ? shift : null;
  const confidence = judgeConfidence(heldOut, used ? 'after' : 'before', curve);
  const report: LanguageReport = { ...counts, verdict, gain, confidence: confidence?.report ?? null };
  const bent = confidence?.curve ?? null;
  return { report, adapter: used || bent ? { shift: used, confidence: bent } : null };
}

function chooseJudges(heldOut: readonly HeldOutVerdict[]): HeldOutVerdict[] | null {
  const labels = heldOut.filter(({ by }) => by === 'label');
  if (labels.length >= FEWEST_LABELS_TO_JUDGE) return labels;
  const ratings = heldOut.filter(({ by }) => by === 'rating');
  return ratings.length >= FEWEST_RATINGS_TO_JUDGE ? ratings : null;
}

function measureGain(judges: readonly HeldOutVerdict[]): Gain | null {
  const n = judges.length;
  const isRight = (judge: HeldOutVerdict, which: 'before' | 'after') =>
    judge[which].label === judge.truth ? 1 : 0;
  const share = (which: 'before' | 'after') => judges.reduce((sum, one) => sum + isRight(one, which), 0) / n;
  const macroF1 = (which: 'before' | 'after') =>
    computeMacroF1(judges.map((judge) => ({ truth: judge.truth, said: judge[which].label }))) ?? 0;
  const gain = computeMeanGain(
    judges.map((judge) => ({
      group: judge.group,
      gain: isRight(judge, 'after') - isRight(judge, 'before'),
    })),
  );
  return (
    gain && {
      by: judges[0]?.by ?? 'label',
      n,
      groups: gain.groups,
      accuracyBefore: share('before'),
      accuracyAfter: share('after'),
      gain: gain.value,
      standardError: gain.standardError,
      ...gain.interval,
      macroF1Before: macroF1('before'),
      macroF1After: macroF1('after'),
    }
  );
}

function judgeGain(shift: OpinionShift | null, gain: Gain | null): LanguageReport['verdict'] {
  if (!shift) return 'too_few';
  if (!gain) return 'not_judged';
  if (gain.gain <= 0) return 'not_better';
  if (gain.gain <= gain.standardError) return 'within_error';
  return gain.macroF1After < gain.macroF1Before ? 'rare_labels_worse' : 'used';
}

function judgeConfidence(
  heldOut: readonly HeldOutVerdict[],
  which: 'before' | 'after',
  curve: ConfidenceCurve,
): { report: NonNullable<LanguageReport['confidence']>; curve: ConfidenceCurve | null } | null {
  const rows = heldOut
    .filter(({ by }) => by === 'label')
    .map(({ group, truth, ...verdicts }) => ({
      group,
      fold: seedFrom(`confidence ${group}`) % FOLDS,
      chance: verdicts[which].chance,
      isRight: verdicts[which].label === truth,
      weight: 1,
    }));
  if (rows.length < FEWEST_LABELS_TO_JUDGE) return null;
  const start = which === 'after' ? OWN_CHANCES : curve;
  const bend = (learned: readonly Judgement[]) => recalibrate(start, learned);
  const bentWithout = Array.from({ length: FOLDS }, (_, fold) =>
    bend(rows.filter((row) => row.fold !== fold)),
  );
  const errors = rows.map((row) => ({
    group: row.group,
    before: squaredError(curve, row),
    after: squaredError(bentWithout[row.fold] ?? curve, row),
  }));
  const gain = computeMeanGain(errors.map(({ group, before, after }) => ({ group, gain: before - after })));
  const bent = bend(rows);
  const moves = rows.map(({ chance }) =>
    Math.abs(readConfidence(bent, chance) - readConfidence(curve, chance)),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const isUsed = gain !== null && gain.value > -gain.standardError && mean(moves) >= LEAST_MOVE;
  return {
    report: {
      n: rows.length,
      errorBefore: mean(errors.map(({ before }) => before)),
      errorAfter: mean(errors.map(({ after }) => after)),
      isUsed,
    },
    curve: isUsed ? bent : null,
  };
}

/** A confidence that would move by less than this in the mean stays as it is: it would have all feedback read anew. */
const LEAST_MOVE = 0.02;

/** Where a model that learned here starts from: its chances are of these texts, not of texts from elsewhere. */
const OWN_CHANCES: ConfidenceCurve = (() => {
  const chances = [0.34, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98];
  return { chances, shares: chances };
})();

const squaredError = (curve: ConfidenceCurve, { chance, isRight }: Judgement): number =>
  (readConfidence(curve, chance) - (isRight ? 1 : 0)) ** 2;
