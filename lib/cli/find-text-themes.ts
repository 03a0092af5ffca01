import { type AnnotatedSegment, annotateText } from '@/lib/nlp/annotate';
import { mapSpanToInput, type TextSpan } from '@/lib/nlp/offsets';
import { assignThemes, compileThemeModel } from '@/lib/nlp/themes/assign';
import { discoverThemes } from '@/lib/nlp/themes/discover';
import type { ThemeModel } from '@/lib/nlp/themes/theme-model';

/** A theme found in a span of one of the texts. */
export interface TextTheme {
  /** Position of the text. */
  text: number;
  /** UTF-16 code units into the text as given, `end` exclusive. */
  input: TextSpan;
  segment: AnnotatedSegment;
  themeKey: string;
  /** 0..1 */
  confidence: number;
}

/**
 * Reads texts as the product does: redacts, splits and scores them, finds themes in what has content, and assigns every
 * span to them. `onRead` is told after each text.
 */
export function findTextThemes(
  texts: readonly string[],
  onRead: () => void,
): { model: ThemeModel; found: TextTheme[] } {
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
  const model = discoverThemes(segments);
  const found = assignThemes(compileThemeModel(model), segments).flatMap(
    ({ segmentIndex, themeKey, confidence }): TextTheme[] => {
      const source = segments[segmentIndex];
      if (!source) return [];
      const { textIndex, input, segment } = source;
      return [{ text: textIndex, input, segment, themeKey, confidence }];
    },
  );
  return { model, found };
}
