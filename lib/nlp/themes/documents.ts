import { namesNoSubject } from '../kind';
import { countStems, countTerms } from './tfidf';
import type { ThemeSegment } from './theme-model';
import { type Token, tokenize } from './tokenize';

/** Segments that say the same in the same words, counted as one text. */
export type ThemeDocument = {
  /** One of them, the first by id. */
  segment: ThemeSegment;
  tokens: Token[];
  stems: Map<string, number>;
  /** Its stems and pairs of stems. */
  terms: Map<string, number>;
  /** How many statements it stands for: all of them when it is short, one when it is long. */
  statements: number;
};

/** Above this many different words, two identical texts were copied or generated rather than said twice. */
const LONGEST_SAID_TWICE = 6;

/**
 * Groups segments with the same sequence of stems. A short answer given by many ("waiting times") counts as many
 * statements; a long text repeated word for word is boilerplate and counts once. Segments without a topical word, and those that speak of the
 * handling of a case alone, are left out. The order is that of the segments.
 */
export function groupDocuments(segments: readonly ThemeSegment[]): ThemeDocument[] {
  const documents = new Map<string, ThemeDocument>();
  for (const segment of segments) {
    if (namesNoSubject(segment.text)) continue;
    const tokens = tokenize(segment.text, segment.language);
    if (tokens.length === 0) continue;
    const wording = tokens.map((token) => token.stem).join(' ');
    const known = documents.get(wording);
    if (known === undefined) {
      documents.set(wording, {
        segment,
        tokens,
        stems: countStems(tokens),
        terms: countTerms(tokens),
        statements: 1,
      });
    } else if (known.stems.size <= LONGEST_SAID_TWICE) {
      known.statements++;
    }
  }
  return [...documents.values()];
}
