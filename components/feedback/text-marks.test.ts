import { expect, it } from 'vitest';
import type { SpanTheme } from '@/lib/annotations/find-feedback-detail';
import { textMarks } from './text-marks';

const span = { id: 'a', start: 0, end: 5, sentimentLabel: 'negative', sentimentScore: -1 } as const;
const theme = (name: string, more: Partial<SpanTheme> = {}): SpanTheme => ({
  ...{ id: name, name, confidence: 1, isByPerson: false, sentimentLabel: 'negative', words: null },
  ...more,
});

it('names a span by its themes, else by its kind, and leaves out what says nothing', () => {
  const marks = textMarks({
    spans: [
      { ...span, kind: 'problem', themes: [theme('Exports'), theme('Speed')] },
      { ...span, start: 6, end: 9, kind: 'request', themes: [] },
      { ...span, start: 10, end: 12, kind: 'no_content', themes: [] },
    ],
    redactions: [{ start: 2, end: 4, type: 'email' }],
  });
  expect(marks.map(({ label, tone }) => `${label}: ${tone}`)).toEqual([
    'Exports, Speed: negative',
    'Request, no theme: negative',
    'Redacted e-mail address: warning',
  ]);
});

it('marks the words of each theme in the colour of what is felt about it', () => {
  const words = (start: number, end: number) => ({ words: { start, end } });
  const marks = textMarks({
    spans: [
      {
        ...{ ...span, end: 30, kind: 'problem' },
        themes: [
          theme('Exports', words(0, 10)),
          theme('Editor', { ...words(14, 24), sentimentLabel: 'positive' }),
          theme('Fonts', { ...words(14, 24), sentimentLabel: 'positive' }),
          theme('Price', { sentimentLabel: null }),
        ],
      },
    ],
    redactions: [],
  });
  expect(marks).toEqual([
    { start: 0, end: 30, tone: 'neutral', label: 'Price' },
    { start: 0, end: 10, tone: 'negative', label: 'Exports' },
    { start: 14, end: 24, tone: 'positive', label: 'Editor, Fonts' },
  ]);
});
