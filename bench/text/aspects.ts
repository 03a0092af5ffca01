import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import { splitSegments } from '@/lib/nlp/segments';
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

/** Aspects of sentences that hold several: judged by the whole sentence, and by the statement of it that names the aspect. */
export async function measureAspects(encoder: Encoder): Promise<AspectQuality[]> {
  const aspects = readAspectSentences().flatMap(({ text, aspects: named }) => {
    const spans = splitSegments(text, 'en');
    return named.map(({ from, label }) => {
      const span = spans.find(({ start, end }) => start <= from && from < end);
      return { label, whole: text, statement: span ? text.slice(span.start, span.end) : text };
    });
  });
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
      'the statement that names it',
      aspects.map(({ statement }) => statement),
    ),
  ];
}
