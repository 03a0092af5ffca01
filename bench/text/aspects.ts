import { findAspectWindow } from '@/lib/nlp/aspects/aspect-window';
import { findAspects } from '@/lib/nlp/aspects/find-aspects';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import type { TextSpan } from '@/lib/nlp/offsets';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import { splitSegments } from '@/lib/nlp/segments';
import type { Sentiment } from '@/lib/nlp/sentiment';
import { assignThemes } from '@/lib/nlp/themes/assign';
import type { CompiledThemeModel } from '@/lib/nlp/themes/compiled-model';
import { trainThemes } from '@/lib/nlp/themes/train-themes';
import { readAspectSentences, readSubjectSentences } from '@/scripts/train/labelled-texts';
import type { Judge, Verdict } from './peers';
import { measureQuality, type Quality } from './quality';

export interface AspectQuality {
  name: string;
  aspects: number;
  /** In their order, of the same words. */
  peers: Quality[];
  fast: Quality;
  full: Quality;
}

/** An aspect with the stretches of its text that it may be judged by. */
interface Case {
  text: string;
  label: number;
  by: Record<'sentence' | 'statement' | 'words', TextSpan>;
}

const LABELS = ['negative', 'neutral', 'positive'];
const toVerdict = ({ label, score }: Sentiment): Verdict => ({ label: LABELS.indexOf(label), score });

/**
 * Aspects of sentences that hold several: judged by the whole sentence, by the statement of it that speaks of the aspect, and
 * by the words around the aspect, as the product does. First aspects whose place is given; then subjects, whose statement
 * and words the product has to find itself, from themes learned on other sentences.
 */
export async function measureAspects(
  encoder: Encoder,
  peers: ReadonlyMap<string, Judge>,
): Promise<AspectQuality[]> {
  const results: AspectQuality[] = [];
  for (const [what, cases] of [
    ['an aspect named', namedAspects()],
    ['a subject', subjects()],
  ] as const) {
    const truth = cases.map(({ label }) => label);
    for (const by of ['sentence', 'statement', 'words'] as const) {
      const read = cases.map((one) => ({
        text: one.text.slice(one.by[by].start, one.by[by].end),
        language: 'en',
      }));
      results.push({
        name: `${what}, by its ${by}`,
        aspects: cases.length,
        peers: [...peers.values()].map((judge) =>
          measureQuality(
            truth,
            read.map(({ text }) => judge(text)),
          ),
        ),
        fast: measureQuality(truth, read.map(judgeFast).map(toVerdict)),
        full: measureQuality(truth, (await judgeWithEncoder(read, encoder)).map(toVerdict)),
      });
    }
  }
  return results;
}

function namedAspects(): Case[] {
  return readAspectSentences().flatMap(({ text, aspects }) => {
    const statements = splitSegments(text, 'en');
    return aspects.map(({ from, to, label }) => {
      const sentence = { start: 0, end: text.length };
      const statement = statements.find(({ start, end }) => start <= from && from < end) ?? sentence;
      const words = findAspectWindow(text, statement, { start: from, end: to }, 'en') ?? statement;
      return { text, label, by: { sentence, statement, words } };
    });
  });
}

function subjects(): Case[] {
  const model = learnSubjects();
  return readSubjectSentences('val').flatMap(({ text, subjects: said }) => {
    const spans = splitSegments(text, 'en');
    const statementOf = new Map(said.map(({ name }) => [name, findStatement(model, text, spans, name)]));
    return said.map(({ name, label }) => {
      const statement = statementOf.get(name) ?? { start: 0, end: text.length };
      const beside = said.filter((other) => statementOf.get(other.name) === statement);
      const written = text.slice(statement.start, statement.end);
      const found = findAspects(
        model,
        written,
        'en',
        beside.map((other) => other.name),
      ).get(name);
      const words = found
        ? { start: statement.start + found.start, end: statement.start + found.end }
        : statement;
      return { text, label, by: { sentence: { start: 0, end: text.length }, statement, words } };
    });
  });
}

/** Themes as people teach them: sentences of which they said what they are about. How they feel is not looked at. */
function learnSubjects(): CompiledThemeModel {
  const sentences = readSubjectSentences('train');
  const names = [...new Set(sentences.flatMap((sentence) => sentence.subjects.map(({ name }) => name)))];
  const model = trainThemes(
    null,
    names.map((name) => ({
      key: name,
      found: null,
      positives: sentences
        .filter((sentence) => sentence.subjects.some((subject) => subject.name === name))
        .map(({ text }) => ({ text, language: 'en' })),
      negatives: [],
      description: { text: name, language: null },
    })),
  );
  return { ...model, minConfidence: 0 };
}

/** The statement that is likeliest of the subject. */
function findStatement(
  model: CompiledThemeModel,
  text: string,
  spans: readonly TextSpan[],
  name: string,
): TextSpan | undefined {
  const assigned = assignThemes(
    model,
    spans.map(({ start, end }) => ({ text: text.slice(start, end), language: 'en' })),
  ).filter(({ themeKey }) => themeKey === name);
  const [best] = assigned.sort((one, other) => other.confidence - one.confidence);
  return spans[best?.segmentIndex ?? 0];
}
