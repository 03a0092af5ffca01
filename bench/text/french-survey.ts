import { readCsv } from '@/lib/core/testing/data-sets';
import { holdsNoOpinion } from '@/lib/nlp/kind';
import { scoreSentiment } from '@/lib/nlp/lexicon-sentiment';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import type { Sentiment, Statement } from '@/lib/nlp/sentiment';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';

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

/** French survey comments judged against the NPS beside them (0 to 6, 7 and 8, 9 and 10), by the engine and by its word list alone. */
export function measureFrenchSurvey(): SurveyQuality[] {
  const rows = readCsv('nps_botanic_fr/nps.csv').flatMap(({ nps = '', explication_repaired: text = '' }) =>
    text && nps !== '' && !holdsNoOpinion(text) ? [{ text, nps: Number(nps) }] : [],
  );
  const truth = rows.map(({ nps }) => labelOf(nps));
  const measure = (name: string, judge: (statement: Statement) => Sentiment): SurveyQuality => {
    const judged = rows.map(({ text }) => judge({ text, language: 'fr' }));
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
    measure('its word list', ({ text }) => scoreSentiment(text, 'fr')),
    measure('ours', (statement) => judgeFast(statement)),
  ];
}

function shareOrdered(higher: readonly number[], lower: readonly number[]): number {
  const right = higher.reduce(
    (sum, high) => sum + lower.reduce((points, low) => points + (high > low ? 1 : high === low ? 0.5 : 0), 0),
    0,
  );
  return right / (higher.length * lower.length);
}
