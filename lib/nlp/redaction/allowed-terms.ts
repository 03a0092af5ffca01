import type { TextSpan } from '../offsets';
import { toPlainForm } from './plain-form';

/** Terms of a workspace that are never taken for personal data, ready to be looked for. */
export interface AllowedTerms {
  pattern: RegExp;
}

/** Prepares terms for redaction: whole words in any case. Undefined where there are none. */
export function compileAllowedTerms(terms: readonly string[]): AllowedTerms | undefined {
  const escaped = terms
    .map((term) => toPlainForm(term).text.trim())
    .filter((term) => term !== '')
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  if (escaped.length === 0) return undefined;
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu') };
}

/** Where allowed terms stand in a text in its plain form, in text order. */
export function findAllowedSpans(text: string, { pattern }: AllowedTerms): TextSpan[] {
  return [...text.matchAll(pattern)].map(({ 0: term, index }) => ({
    start: index,
    end: index + term.length,
  }));
}
