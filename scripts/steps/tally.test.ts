import { describe, expect, it } from 'vitest';
import { describeLeftOut, sumTallies, tallyOne, tallyPlaywright, tallyVitest } from './tally.mjs';

describe('tallyVitest', () => {
  it('counts tests, names those left out, and counts a file that could not be read as one failure', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a works' },
            { status: 'failed', fullName: 'a breaks' },
            { status: 'pending', fullName: 'a needs data' },
          ],
        },
        { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    };
    expect(tallyVitest(report)).toEqual({ passed: 1, failed: 2, leftOut: ['a.test.ts'] });
  });
});

describe('tallyPlaywright', () => {
  it('counts nested tests, and a fault outside of them as a failure', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      suites: [
        {
          title: 'main.spec.ts',
          specs: [spec('signs in', 'expected')],
          suites: [{ title: 'import', specs: [spec('breaks', 'unexpected'), spec('data', 'skipped')] }],
        },
      ],
      errors: [{ message: 'no browser' }],
    };
    expect(tallyPlaywright(report)).toEqual({ passed: 1, failed: 2, leftOut: ['main.spec.ts'] });
  });
});

describe('sumTallies', () => {
  it('adds up', () => {
    expect(sumTallies([tallyOne(true), tallyOne(false), { passed: 3, failed: 0, leftOut: ['x'] }])).toEqual({
      passed: 4,
      failed: 1,
      leftOut: ['x'],
    });
  });
});

describe('describeLeftOut', () => {
  it('counts by file', () => {
    expect(describeLeftOut(['a.test.ts', 'b.test.ts', 'a.test.ts'])).toBe(
      '3 tests, in a.test.ts (2), b.test.ts',
    );
    expect(describeLeftOut(['a.test.ts'])).toBe('1 test, in a.test.ts');
  });
});
