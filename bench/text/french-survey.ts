import { readCsv } from '@/lib/core/testing/data-sets';
import { holdsNoOpinion } from '@/lib/nlp/kind';
import { scoreSentiment } from '@/lib/nlp/lexicon-sentiment';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import type { Sentiment, SentimentLabel } from '@/lib/nlp/sentiment';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import type { Judge } from './peers';

export interface SurveyQuality {
  name: string;
  comments: number;
  accuracy: number;
  macroF1: number;
  /** Of pairs of a promoter and a detractor, how many have the promoter's comment scored higher; ties count half. */
  pairsRight: number;
}

/** Beside what score a comment stands is no label of its words: "excellent, only too dear" may come with a 7. */
const labelOf = (nps: number): string => (nps <= 6 ? 'negative' : nps <= 8 ? 'neutral' : 'positive');

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/**
 * French survey comments judged against the NPS beside them (0 to 6, 7 and 8, 9 and 10), by the peers, which know English alone, by
 * the engine and by its word list alone.
 */
export function measureFrenchSurvey(peers: ReadonlyMap<string, Judge>): SurveyQuality[] {
  const rows = readCsv('nps_botanic_fr/nps.csv').flatMap(({ nps = '', explication_repaired: text = '' }) =>
    text && nps !== '' && !holdsNoOpinion(text) ? [{ text, nps: Number(nps) }] : [],
  );
  const truth = rows.map(({ nps }) => labelOf(nps));
  const measure = (
    name: string,
    judge: (text: string) => Pick<Sentiment, 'label' | 'score'>,
  ): SurveyQuality => {
    const judged = rows.map(({ text }) => judge(text));
    const said = judged.map(({ label }) => label);
    const scoresOf = (wanted: string) =>
      judged.flatMap(({ score }, index) => (truth[index] === wanted ? [score] : []));
    return {
      name,
      comments: rows.length,
      accuracy: said.filter((label, index) => label === truth[index]).length / truth.length,
      macroF1: measureMacroF1(truth, said),
      pairsRight: shareOrdered(scoresOf('positive'), scoresOf('negative')),
    };
  };
  return [
    ...[...peers].map(([name, judge]) =>
      measure(name, (text) => {
        const { label, score } = judge(text);
        return { label: LABELS[label] ?? 'neutral', score };
      }),
    ),
    measure('our word list', (text) => scoreSentiment(text, 'fr')),
    measure('ours', (text) => judgeFast({ text, language: 'fr' })),
  ];
}

function shareOrdered(higher: readonly number[], lower: readonly number[]): number {
  const right = higher.reduce(
    (sum, high) => sum + lower.reduce((points, low) => points + (high > low ? 1 : high === low ? 0.5 : 0), 0),
    0,
  );
  return right / (higher.length * lower.length);
}
