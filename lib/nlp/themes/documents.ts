import { namesNoSubject } from '../kind';
import { countStems, countTerms } from './tfidf';
import type { ThemeSegment } from './theme-model';
import { stemAllWords, type Token, tokenize } from './tokenize';

/** Segments that say the same in the same words, counted as one text. */
export type ThemeDocument = {
  /** One of them, the first by id. */
  segment: ThemeSegment;
  tokens: Token[];
  stems: Map<string, number>;
  /** Its stems and pairs of stems. */
  terms: Map<string, number>;
  /** Stems of all its words but those of mere feeling. */
  words: string[];
  /** How many statements it stands for: all of them when it is short, one when it is long. */
  statements: number;
};

/** Above this many different words, two identical texts were copied or generated rather than said twice. */
const LONGEST_SAID_TWICE = 6;

/**
 * Groups segments of the same words in the same order, words of mere feeling left aside. A short answer given by many ("waiting times") counts as many
 * statements; a long text repeated word for word is boilerplate and counts once. Segments without a topical word, and those that speak of the
 * handling of a case alone, are left out. The order is that of the segments.
 */
export function groupDocuments(segments: readonly ThemeSegment[]): ThemeDocument[] {
  const documents = new Map<string, ThemeDocument>();
  for (const segment of segments) {
    if (namesNoSubject(segment.text)) continue;
    const tokens = tokenize(segment.text, segment.language);
    if (tokens.length === 0) continue;
    const words = stemAllWords(segment.text, segment.language);
    const said = words.join(' ');
    const known = documents.get(said);
    if (known === undefined) {
      documents.set(said, {
        segment,
        tokens,
        stems: countStems(tokens),
        terms: countTerms(tokens),
        words,
        statements: 1,
      });
    } else if (known.stems.size <= LONGEST_SAID_TWICE) {
      known.statements++;
    }
  }
  return [...documents.values()];
}
