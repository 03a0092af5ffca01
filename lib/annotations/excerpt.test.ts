import { expect, test } from 'vitest';
import { excerptAround } from '@/lib/annotations/excerpt';

const text = 'One two three. The export is broken again. Four five six seven eight nine ten.';
const span = { start: 15, end: 42 };

test('a short text comes whole', () => {
  expect(excerptAround(text, span, 200)).toEqual({ text, offset: 0, cutBefore: false, cutAfter: false });
});

test('a long one is cut between words around the span', () => {
  const part = excerptAround(text, span, 45);
  expect(part).toMatchObject({ cutBefore: true, cutAfter: true });
  expect(part.text).toContain('The export is broken again.');
  expect(text.slice(part.offset, part.offset + part.text.length)).toBe(part.text);
  expect(part.text.length).toBeLessThanOrEqual(45);
  expect(part.text).toBe('three. The export is broken again. Four five');
});

test('a span longer than the room is cut at its end, and no emoji is torn', () => {
  const part = excerptAround('😀'.repeat(40), { start: 0, end: 80 }, 31);
  expect(part.text).toBe('😀'.repeat(15));
  expect(part.offset).toBe(0);
});
