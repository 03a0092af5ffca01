import { describe, expect, it } from 'vitest';
import { markEnded } from '@/lib/accounts/get-contact';

const day = (text: string | null) => text && new Date(text);
const job = (name: string, firstAt: string | null, lastAt: string | null, endedAt: string | null = null) => ({
  name,
  firstAt: day(firstAt) || null,
  lastAt: day(lastAt) || null,
  endedAt: day(endedAt) || null,
});

describe('markEnded', () => {
  it('ends a job when somebody is heard from another company only since', () => {
    const jobs = [job('new', '2026-02-01', '2026-05-01'), job('old', '2024-01-01', '2025-12-01')];
    expect(markEnded(jobs).map(({ hasEnded }) => hasEnded)).toEqual([false, true]);
  });

  it('ends none of two that overlap, nor one that nothing is known of', () => {
    const jobs = [
      job('a', '2025-01-01', '2026-05-01'),
      job('b', '2025-06-01', '2026-01-01'),
      job('c', null, null),
    ];
    expect(markEnded(jobs).map(({ hasEnded }) => hasEnded)).toEqual([false, false, false]);
    expect(markEnded([job('d', null, null, '2026-01-01')])[0]?.hasEnded).toBe(true);
  });
});
