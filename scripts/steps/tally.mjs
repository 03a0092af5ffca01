import path from 'node:path';

/**
 * What came of one part of the tests. `leftOut` has the file of each test that passed itself over.
 * @typedef {{ passed: number, failed: number, leftOut: string[] }} Tally
 */

/** A check that is one test by itself. @param {boolean} passed @returns {Tally} */
export const tallyOne = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, leftOut: [] });

/** @param {Tally[]} tallies @returns {Tally} */
export function sumTallies(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    leftOut: tallies.flatMap((tally) => tally.leftOut),
  };
}

/**
 * Tests left out in one line that can be read: how many of which file.
 *
 * @param {string[]} leftOut as in a {@link Tally}
 * @returns {string}
 */
export function describeLeftOut(leftOut) {
  const counts = new Map();
  for (const place of leftOut) counts.set(place, (counts.get(place) ?? 0) + 1);
  const places = [...counts].map(([place, count]) => (count > 1 ? `${place} (${count})` : place));
  return `${leftOut.length} ${leftOut.length === 1 ? 'test' : 'tests'}, in ${places.join(', ')}`;
}

/**
 * Counts a report of `vitest --reporter=json`. A file that could not even be read has no tests and is one failure.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  return sumTallies(
    report.testResults.map(({ name, status, assertionResults }) => {
      const count = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
      const failed = count('failed');
      const isBroken = status === 'failed' && failed === 0;
      const leftOut = assertionResults.filter((test) => ['skipped', 'pending', 'todo'].includes(test.status));
      return {
        passed: count('passed'),
        failed: isBroken ? 1 : failed,
        leftOut: leftOut.map(() => path.basename(name)),
      };
    }),
  );
}

/**
 * Counts a report of Playwright's json reporter. Its `errors` are faults outside of any test.
 *
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: { title: string, tests: { status: string }[] }[] }} PlaywrightSuite
 * @param {{ suites: PlaywrightSuite[], errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright(report) {
  const inSuite = (file, { suites = [], specs = [] }) => [
    ...specs.flatMap(({ tests }) => tests.map(({ status }) => ({ file, status }))),
    ...suites.flatMap((suite) => inSuite(file, suite)),
  ];
  const tests = report.suites.flatMap((suite) => inSuite(suite.title, suite));
  const leftOut = tests.filter(({ status }) => status === 'skipped');
  const passed = tests.filter(({ status }) => status === 'expected').length;
  return {
    passed,
    failed: tests.length - leftOut.length - passed + report.errors.length,
    leftOut: leftOut.map(({ file }) => file),
  };
}
