import { expect, it } from 'vitest';
import { swapDaysHref } from './swap-days';

it("puts the days in each other's place and keeps the rest", () => {
  const address = { from: '2026-02-01', to: '2026-01-31', q: 'slow & late', plan: ' ', at: ['x', 'y'] };
  expect(swapDaysHref('/w/acme/feedback', address)).toBe(
    '/w/acme/feedback?q=slow+%26+late&from=2026-01-31&to=2026-02-01',
  );
});
