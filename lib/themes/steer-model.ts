import { findAspects } from '@/lib/nlp/aspects/find-aspects';
import type { SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import type { TextSpan } from '@/lib/nlp/offsets';
import { assignThemes } from '@/lib/nlp/themes/assign';
import type { ReadableSegment } from '@/lib/nlp/themes/theme-features';
import type { FoundTheme } from '@/lib/nlp/themes/theme-model';
import { type ExampleText, type TrainingBase, trainThemes } from '@/lib/nlp/themes/train-themes';
import { findTerm, makeTermMatcher, toWords } from '@/lib/themes/term-matcher';

/** A theme with all that says which comments it gets. */
export interface SteeredTheme {
  id: string;
  name: string;
  /** What discovery found of it; null for a theme that people made. */
  found: FoundTheme | null;
  /**
   * The theme that discovery found it within, whatever it stands under by now: it narrows what that one gets. Null for one that
   * stands for itself.
   */
  foundWithinId: string | null;
  definition: string;
  includeTerms: string[];
  excludeTerms: string[];
  /** People said: this is it, and: this is not. */
  positives: ExampleText[];
  negatives: ExampleText[];
  splitFromId: string | null;
  /** What its description means by the sentence encoder, null where that is not known. */
  descriptionVector: SentenceVector | null;
}

export interface AssignedTheme {
  index: number;
  themeId: string;
  /** 0..1. */
  confidence: number;
}

export interface ThemeClassifier {
  assign(spans: readonly ReadableSegment[]): AssignedTheme[];
  /**
   * The words of a span that speak of each of its themes, in UTF-16 code units into `text`; a theme that is left out is spoken
   * of by the whole span.
   */
  findAspects(text: string, language: string | null, themeIds: readonly string[]): Map<string, TextSpan>;
}

/**
 * A sub-theme is assigned instead of its theme from this confidence on: less sure, the theme says all that is known. That of the review
 * queue, so that narrowing asks nobody to review what was sure before.
 */
const SURE_OF_SUBTHEME = 0.6;

/** A rule is a person's word, yet about texts they have not seen: below what they said of one text. */
export const RULE_CONFIDENCE = 0.95;

/** A theme in words, as the classifier learns it from its people. */
export const describeTheme = ({
  name,
  definition,
  includeTerms,
}: Pick<SteeredTheme, 'name' | 'definition' | 'includeTerms'>): string =>
  [name, definition, ...includeTerms].join('. ');

/** What was split off by words alone takes what has them and no more, as was seen before it was split off; examples widen it. */
const isTaught = ({ splitFromId, found, definition, includeTerms, positives }: SteeredTheme): boolean =>
  !splitFromId || found !== null || definition !== '' || includeTerms.length === 0 || positives.length > 0;

/**
 * The classifier of a workspace: what discovery found, moved towards people's examples and away from what they said it is
 * not, then people's words: those that put a span in a theme, those that keep it out, and splits. A span gets the narrowest
 * theme that is sure enough: a sub-theme that discovery found, else its theme.
 * @param base the model of the first discovery, null before it
 */
export function steerModel(base: TrainingBase | null, themes: readonly SteeredTheme[]): ThemeClassifier {
  const compiled = trainThemes(
    base,
    themes.filter(isTaught).map((theme) => ({
      key: theme.id,
      found: theme.found,
      parentKey: theme.foundWithinId,
      positives: theme.positives,
      negatives: theme.negatives,
      description: { text: describeTheme(theme), language: null, vector: theme.descriptionVector },
    })),
  );
  const within = new Map(
    themes.flatMap(({ id, foundWithinId }): [string, string][] =>
      foundWithinId ? [[id, foundWithinId]] : [],
    ),
  );
  const rules = themes
    .map(({ id, splitFromId, includeTerms, excludeTerms }) => ({
      id,
      splitFromId,
      takes: makeTermMatcher(includeTerms),
      refuses: makeTermMatcher(excludeTerms),
    }))
    .filter(({ splitFromId, takes, refuses }) => splitFromId || takes || refuses);
  const assign: ThemeClassifier['assign'] = (spans) => {
    const found = spans.map(() => new Map<string, number>());
    const narrowed = spans.map(() => new Map<string, number>());
    for (const { segmentIndex, themeKey, confidence, ...narrower } of assignThemes(compiled, spans)) {
      found[segmentIndex]?.set(themeKey, confidence);
      const { subthemeKey, subthemeConfidence } = narrower;
      if (subthemeKey && subthemeConfidence !== null && subthemeConfidence >= SURE_OF_SUBTHEME) {
        narrowed[segmentIndex]?.set(subthemeKey, subthemeConfidence);
      }
    }
    return spans.flatMap(({ text }, index) => {
      const themesOf = found[index] ?? new Map<string, number>();
      const narrower = narrowed[index] ?? new Map<string, number>();
      const words = toWords(text);
      for (const { id, splitFromId, takes, refuses } of rules) {
        const isTaken = takes?.(words) ?? false;
        if (isTaken) themesOf.set(id, Math.max(RULE_CONFIDENCE, themesOf.get(id) ?? 0));
        // What its words take, or is as likely of the part, is said of what it was split from no more.
        const part = themesOf.get(id) ?? 0;
        if (splitFromId && part > 0) {
          const whole = narrower.get(splitFromId) ?? themesOf.get(splitFromId) ?? 0;
          if (isTaken || part >= whole) {
            if (narrower.delete(splitFromId)) themesOf.delete(within.get(splitFromId) ?? '');
            themesOf.delete(splitFromId);
          }
        }
        if (refuses?.(words)) {
          themesOf.delete(id);
          narrower.delete(id);
        }
      }
      for (const [id, confidence] of narrower) {
        if (themesOf.has(within.get(id) ?? '')) {
          themesOf.set(id, Math.max(confidence, themesOf.get(id) ?? 0));
        }
      }
      const wider = new Set(Array.from(themesOf.keys(), (id) => within.get(id)));
      return [...themesOf].flatMap(([themeId, confidence]) =>
        wider.has(themeId) ? [] : [{ index, themeId, confidence }],
      );
    });
  };
  return {
    assign,
    findAspects(text, language, themeIds) {
      const known = new Map<string, TextSpan>();
      for (const { id, takes } of rules) {
        const place = takes && themeIds.includes(id) ? findTerm(text, takes) : null;
        if (place) known.set(id, place);
      }
      return findAspects(compiled, text, language, themeIds, known);
    },
  };
}
