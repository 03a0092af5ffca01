import { expect, it } from 'vitest';
import { textMarks } from './text-marks';

const span = { id: 'a', start: 0, end: 5, sentimentLabel: 'negative', sentimentScore: -1 } as const;
const theme = (name: string) => ({ id: name, name, confidence: 1, isByPerson: false });

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
