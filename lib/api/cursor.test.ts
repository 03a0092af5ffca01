import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markList, readCursor, writeCursor } from '@/lib/api/cursor';

const places = fc.record({
  at: fc.option(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })),
  id: fc.uuid(),
});
const filters = fc.dictionary(fc.string({ minLength: 1 }), fc.option(fc.string(), { nil: undefined }));

it('reads back every place it wrote, as an address can carry it', () => {
  fc.assert(
    fc.property(places, filters, (place, filter) => {
      const mark = markList('listFeedback', filter);
      const written = writeCursor(mark, place);
      expect(written).toMatch(/^[\w-]+$/);
      expect(readCursor(mark, written)).toEqual(place);
    }),
  );
});

it('is refused by a list with another filter or of another kind', () => {
  fc.assert(
    fc.property(places, filters, filters, (place, one, other) => {
      fc.pre(markList('a', one) !== markList('a', other));
      const written = writeCursor(markList('a', one), place);
      expect(() => readCursor(markList('a', other), written)).toThrow('another filter');
      expect(() => readCursor(markList('b', one), written)).toThrow('another filter');
    }),
  );
});

it('marks a filter by what it says, in whatever order', () => {
  expect(markList('a', { x: 1, y: undefined, z: 2 })).toBe(markList('a', { z: 2, x: 1 }));
  expect(markList('a', { x: 1 })).not.toBe(markList('a', { x: 2 }));
});

it('is refused in words, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (written) => {
      const encoded = Buffer.from(written).toString('base64url');
      for (const attempt of [written, encoded])
        expect(() => readCursor('mark', attempt)).toThrow('The cursor is');
    }),
  );
});
