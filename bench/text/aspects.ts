import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { findAspectWindow } from '@/lib/nlp/polarity/aspect-window';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import type { Sentiment } from '@/lib/nlp/sentiment';
import { readAspectSentences } from '@/scripts/train/labelled-texts';
import type { Verdict } from './peers';
import { measureQuality, type Quality } from './quality';

export interface AspectQuality {
  name: string;
  aspects: number;
  fast: Quality;
  full: Quality;
}

const LABELS = ['negative', 'neutral', 'positive'];
const toVerdict = ({ label, score }: Sentiment): Verdict => ({ label: LABELS.indexOf(label), score });

/** Aspects of sentences that hold several: judged by the whole sentence, and by the words around the aspect. */
export async function measureAspects(encoder: Encoder): Promise<AspectQuality[]> {
  const aspects = readAspectSentences().flatMap(({ text, aspects: named }) =>
    named.map(({ from, to, label }) => {
      const others = named
        .filter((other) => other.from !== from)
        .map((other) => ({ start: other.from, end: other.to }));
      const { start, end } = findAspectWindow(text, { start: from, end: to }, others, 'en');
      return { label, whole: text, window: text.slice(start, end) };
    }),
  );
  const truth = aspects.map(({ label }) => label);
  const measure = async (name: string, texts: readonly string[]): Promise<AspectQuality> => {
    const statements = texts.map((text) => ({ text, language: 'en' }));
    return {
      name,
      aspects: aspects.length,
      fast: measureQuality(truth, statements.map(judgeFast).map(toVerdict)),
      full: measureQuality(truth, (await judgeWithEncoder(statements, encoder)).map(toVerdict)),
    };
  };
  return [
    await measure(
      'its sentence',
      aspects.map(({ whole }) => whole),
    ),
    await measure(
      'the words around it',
      aspects.map(({ window }) => window),
    ),
  ];
}
