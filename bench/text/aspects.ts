import type { Encoder } from '@/lib/nlp/encoder/encoder';
import type { TextSpan } from '@/lib/nlp/offsets';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import { splitSegments } from '@/lib/nlp/segments';
import type { Sentiment } from '@/lib/nlp/sentiment';
import { readAspectSentences } from '@/scripts/train/labelled-texts';
import { findAspectWindow } from './aspect-window';
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

/**
 * Aspects of sentences that hold several: judged by the whole sentence; by the statement of it that names the aspect, as the
 * product does; and by the words around the aspect, for which one has to know where it stands, and better still where
 * the others do.
 */
export async function measureAspects(encoder: Encoder): Promise<AspectQuality[]> {
  const aspects = readAspectSentences().flatMap(({ text, aspects: named }) => {
    const statements = splitSegments(text, 'en');
    return named.map(({ from, to, label }) => {
      const whole = { start: 0, end: text.length };
      const statement = statements.find(({ start, end }) => start <= from && from < end) ?? whole;
      const others = named.filter((other) => other.from !== from);
      return {
        ...{ text, label, whole, statement, aspect: { start: from, end: to } },
        others: others.map((other) => ({ start: other.from, end: other.to })),
      };
    });
  });
  const truth = aspects.map(({ label }) => label);
  const measure = async (
    name: string,
    choose: (aspect: (typeof aspects)[number]) => TextSpan,
  ): Promise<AspectQuality> => {
    const read = aspects.map((aspect) => {
      const { start, end } = choose(aspect);
      return { text: aspect.text.slice(start, end), language: 'en' };
    });
    return {
      name,
      aspects: aspects.length,
      fast: measureQuality(truth, read.map(judgeFast).map(toVerdict)),
      full: measureQuality(truth, (await judgeWithEncoder(read, encoder)).map(toVerdict)),
    };
  };
  return [
    await measure('its sentence', ({ whole }) => whole),
    await measure('the statement that names it', ({ statement }) => statement),
    await measure('the words around it', ({ text, statement, aspect }) =>
      findAspectWindow(text, statement, aspect, []),
    ),
    await measure('the same, the other aspects known', ({ text, statement, aspect, others }) =>
      findAspectWindow(text, statement, aspect, others),
    ),
  ];
}
