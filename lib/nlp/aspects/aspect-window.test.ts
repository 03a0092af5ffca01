import { expect, test } from 'vitest';
import { findAspectWindow, hasContrast } from './aspect-window';

/** The words around `aspect`, null where the whole statement speaks of it. */
function windowOf(text: string, aspect: string, language = 'en'): string | null {
  const start = text.indexOf(aspect);
  const window = findAspectWindow(
    text,
    { start: 0, end: text.length },
    { start, end: start + aspect.length },
    language,
  );
  return window && text.slice(window.start, window.end);
}

test('a window ends where clauses end, join or turn', () => {
  const text = 'The food was great, the waiter (a student) was rude and the decor nice but old';
  expect(windowOf(text, 'food')).toBe('The food was great,');
  expect(windowOf(text, 'waiter')).toBe('the waiter (a student)');
  expect(windowOf(text, 'decor')).toBe('and the decor nice');
  expect(windowOf('Schnelle Lieferung und schlechter Service', 'Service', 'de')).toBe(
    'und schlechter Service',
  );
  expect(windowOf('Le prix est bon, mais l’accueil est froid', 'accueil', 'fr')).toBe(
    'mais l’accueil est froid',
  );
});

test('words far away do not count', () => {
  const text =
    'one two three four five six seven export nine ten eleven twelve thirteen fourteen fifteen, and more';
  expect(windowOf(text, 'export')).toBe(
    'two three four five six seven export nine ten eleven twelve thirteen fourteen',
  );
});

test('a statement of one clause is spoken of as a whole', () => {
  expect(windowOf('The export of the report takes ages.', 'export')).toBeNull();
  expect(windowOf('', '')).toBeNull();
  expect(windowOf('And the export is slow.', 'export')).toBeNull();
});

test('a statement turns at a contrast within it, not at its beginning', () => {
  expect(hasContrast('Slow exports, but nice', 'en')).toBe(true);
  expect(hasContrast('But the exports are slow and old', 'en')).toBe(false);
  expect(hasContrast('even though we pay for it', 'en')).toBe(false);
  expect(hasContrast('Teuer, aber gut', 'de')).toBe(true);
  expect(hasContrast('Teuer, aber gut', 'ja')).toBe(false);
});
