import { expect, test } from 'vitest';
import { compileThemeModel } from '../themes/compiled-model';
import type { ThemeModel } from '../themes/theme-model';
import { findAspects } from './find-aspects';

const theme = (key: string, ...stems: string[]): ThemeModel['themes'][number] => ({
  ...{ key, name: key, keywords: [], size: 10, exampleIds: [] },
  centroid: stems.map((stem): [string, number] => [stem, 1]),
});
const model = compileThemeModel({
  version: 'test',
  vocabulary: { invoic: 1, bill: 1, dashboard: 1 },
  themes: [theme('billing', 'invoic', 'bill'), theme('dashboards', 'dashboard')],
  thresholds: { minConfidence: 0.01, confidenceWeights: [1, 1, 1] },
});
const TEXT = 'Dashboards load fast, yet my last invoice was wrong';

function aspectsOf(text: string, themeKeys: string[], known?: Map<string, { start: number; end: number }>) {
  const found = findAspects(model, text, 'en', themeKeys, known);
  return Object.fromEntries(Array.from(found, ([key, { start, end }]) => [key, text.slice(start, end)]));
}

test('each theme of a statement gets the words around the word that speaks most of it', () => {
  expect(aspectsOf(TEXT, ['billing', 'dashboards'])).toEqual({
    billing: 'yet my last invoice was wrong',
    dashboards: 'Dashboards load fast,',
  });
});

test('where a theme is spoken of may be known', () => {
  const known = new Map([['billing', { start: 0, end: 10 }]]);
  expect(aspectsOf(TEXT, ['billing', 'dashboards'], known).billing).toBe('Dashboards load fast,');
});

test('one theme alone is spoken of by the whole statement, unless that turns', () => {
  expect(aspectsOf(TEXT, ['billing'])).toEqual({});
  expect(aspectsOf('Nice app but the invoice is wrong', ['billing'])).toEqual({
    billing: 'but the invoice is wrong',
  });
  expect(aspectsOf(TEXT, ['unknown', 'other'])).toEqual({});
  expect(aspectsOf('It is so, and so', ['billing', 'dashboards'])).toEqual({});
});
