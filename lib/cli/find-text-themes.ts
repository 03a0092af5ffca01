import { type AnnotatedSegment, annotateText } from '@/lib/nlp/annotate';
import { findAspects } from '@/lib/nlp/aspects/find-aspects';
import { openEnginePool } from '@/lib/nlp/engine-pool';
import { mapSpanToInput, type TextSpan } from '@/lib/nlp/offsets';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import type { Sentiment } from '@/lib/nlp/sentiment';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { compileThemeModel } from '@/lib/nlp/themes/compiled-model';
import type { ThemeModel, ThemeSegment } from '@/lib/nlp/themes/theme-model';

/** A theme found in a span of one of the texts. */
export interface TextTheme {
  /** Position of the text. */
  text: number;
  /** UTF-16 code units into the text as given, `end` exclusive. */
  input: TextSpan;
  segment: AnnotatedSegment;
  themeKey: string;
  /** The narrower theme within it, null where none is likely enough. */
  subthemeKey: string | null;
  /** 0..1 */
  confidence: number;
  /** What is said of the theme, and whether that was read of the words around it rather than of the whole span. */
  sentiment: Sentiment & { isOwn: boolean };
}

export interface TextThemes {
  model: ThemeModel;
  found: TextTheme[];
  /** Sentences that say something, and those of them that got a theme. */
  spans: { withContent: number; withTheme: number };
}

/**
 * Reads texts as the product does: redacts, splits and scores them, finds themes in what has content, assigns every
 * span to them, and reads what is said of each. `onRead` is told after each text.
 */
export async function findTextThemes(texts: readonly string[], onRead: () => void): Promise<TextThemes> {
  const segments = texts.flatMap((text, index) => {
    const { language, redactedText, redactions, segments: statements } = annotateText({ text });
    onRead();
    return statements
      .filter(({ kind }) => kind !== 'no_content')
      .map((segment) => ({
        id: `${index}:${segment.start}`,
        commentId: String(index),
        textIndex: index,
        text: redactedText.slice(segment.start, segment.end),
        language,
        segment,
        input: mapSpanToInput(redactions, segment),
      }));
  });
  const model = await discover(segments);
  const compiled = compileThemeModel(model);
  const assignments = assignThemes(compiled, segments);
  const themesOf = new Map<number, string[]>();
  for (const { segmentIndex, themeKey } of assignments) {
    themesOf.set(segmentIndex, [...(themesOf.get(segmentIndex) ?? []), themeKey]);
  }
  const aspectsOf = new Map(
    Array.from(themesOf, ([index, themeKeys]) => {
      const { text = '', language = null } = segments[index] ?? {};
      return [index, findAspects(compiled, text, language, themeKeys)];
    }),
  );
  const found = assignments.flatMap(({ segmentIndex, ...theme }): TextTheme[] => {
    const source = segments[segmentIndex];
    if (!source) return [];
    const { textIndex, input, segment, text, language } = source;
    const words = aspectsOf.get(segmentIndex)?.get(theme.themeKey);
    const sentiment = words
      ? { ...judgeFast({ text: text.slice(words.start, words.end), language }), isOwn: true }
      : { label: segment.label, score: segment.score, confidence: segment.confidence, isOwn: false };
    return [{ text: textIndex, input, segment, sentiment, ...theme }];
  });
  const withTheme = new Set(assignments.map(({ segmentIndex }) => segmentIndex)).size;
  return { model, found, spans: { withContent: segments.length, withTheme } };
}

/** With the sentence encoder where it can be had; else says so and goes on with word vectors. In a process of its own. */
async function discover(segments: readonly ThemeSegment[]): Promise<ThemeModel> {
  const engine = await openEnginePool({ lane: 'full', readers: 1 });
  if (engine.problem) {
    process.stderr.write(
      `voc: Themes are found by word vectors: the sentence encoder cannot be used, ${engine.problem}\n`,
    );
  }
  const model = await engine.discoverThemes(
    segments.map(({ id, text, language, commentId = id }) => ({ id, text, language, commentId })),
  );
  await engine.close();
  return model;
}
