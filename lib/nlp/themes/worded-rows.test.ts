import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { rowOf } from './sparse-rows';
import { makeSegments } from './testing/planted-segments';
import { buildVocabulary } from './tfidf';
import { readWording } from './worded-rows';

it('adds small words after topical terms, in the language of most alone', () => {
  const limits = { minStatements: 1, maxTerms: 100 };
  const documents = groupDocuments([
    ...makeSegments(['Why was the invoice late', 'How is the invoice sent', 'The invoice is here'], 'e'),
    ...makeSegments(['¿Por qué la factura llegó tarde?'], 'f', 'es'),
  ]);
  const topical = buildVocabulary(documents, limits);
  const { words, topicalTerms } = readWording(documents, topical, limits);
  expect(topicalTerms).toBe(topical.terms.length);
  const smallOf = documents.map(
    (_, row) => rowOf(words, row).columns.filter((column) => column >= topicalTerms).length,
  );
  expect(smallOf.slice(0, 3).every((count) => count > 0)).toBe(true);
  expect(smallOf[3]).toBe(0);
  for (const row of documents.keys()) {
    const { columns, values } = rowOf(words, row);
    expect(Math.hypot(...values)).toBeCloseTo(1, 5);
    const first = columns.findIndex((column) => column >= topicalTerms);
    if (first >= 0) expect(columns.slice(first).every((column) => column >= topicalTerms)).toBe(true);
  }
});
