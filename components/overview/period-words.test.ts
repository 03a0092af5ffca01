import { expect, it } from 'vitest';
import { resolvePeriod } from '@/lib/annotations/period';
import { countChangeInWords, daysInWords, periodInWords } from './period-words';

const recorded = { from: '2025-05-01', to: '2026-10-31' };

it('names days with the year once where it is one', () => {
  expect(daysInWords({ from: '2026-08-03', to: '2026-10-31' })).toBe('3 Aug to 31 Oct 2026');
  expect(daysInWords({ from: '2025-11-01', to: '2026-10-31' })).toBe('1 Nov 2025 to 31 Oct 2026');
  expect(daysInWords({ from: '2026-10-31', to: '2026-10-31' })).toBe('31 Oct 2026');
});

it('says what is shown and what it is compared with', () => {
  expect(periodInWords(resolvePeriod({}, recorded), recorded.to)).toBe(
    '90 days, 3 Aug to 31 Oct 2026, the latest feedback there is. Compared with the 90 days before.',
  );
  expect(periodInWords(resolvePeriod({ to: '2025-05-01' }, recorded), recorded.to)).toBe(
    '1 day, 1 May 2025. Nothing is recorded before to compare with.',
  );
});

it('compares counts only where the days before are recorded whole', () => {
  const quarter = resolvePeriod({}, recorded);
  expect(countChangeInWords(1200, 1000, quarter)).toBe('up 20% from 1,000');
  expect(countChangeInWords(950, 1000, quarter)).toBe('down 5% from 1,000');
  expect(countChangeInWords(1000, 1000, quarter)).toBe('as many as before');
  expect(countChangeInWords(212, 19, quarter)).toBeNull();
  expect(countChangeInWords(1200, 1000, resolvePeriod({ period: '365' }, recorded))).toBeNull();
  expect(countChangeInWords(1200, 0, resolvePeriod({ period: 'all' }, recorded))).toBeNull();
});
