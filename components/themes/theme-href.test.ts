import { expect, test } from 'vitest';
import { themeHref } from './theme-href';

test('a theme opens with what was chosen, and plainly where nothing was', () => {
  expect(themeHref('w', 't', {})).toBe('/w/w/themes/t');
  expect(themeHref('w', 't', { from: '2026-01-01', to: undefined, taxonomy: 'first' })).toBe(
    '/w/w/themes/t?from=2026-01-01&taxonomy=first',
  );
});
