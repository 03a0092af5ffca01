import { describe, expect, it } from 'vitest';
import { parseDay } from './days';
import { makeSampleWorkspace } from './make-sample-workspace';
import { computeNaiveRatio, computeStratifiedRatio, findStatements } from './testing/association';
import { type ThemeSlug, themeSlugs } from './themes';

const workspace = makeSampleWorkspace();
const statements = findStatements(workspace);
const { driver, talkativeConfounder, afterChurnOnly, npsDrop } = workspace.plantedTruth;

describe('the truth planted in the sample workspace', () => {
  it('lets the driver show beyond doubt, near its true ratio', () => {
    const found = computeStratifiedRatio(workspace, statements, driver);
    expect(found.ratio).toBeGreaterThan(2.5);
    expect(found.ratio).toBeLessThan(6.5);
    expect(found.pValue).toBeLessThan(0.0001);
    expect(found.exposedEvents).toBeGreaterThanOrEqual(15);
  });

  it('gives the driver to 70 to 90 accounts', () => {
    const accounts = statements
      .filter(({ problems }) => problems.includes(driver))
      .map(({ accountId }) => accountId);
    expect(new Set(accounts).size).toBeGreaterThanOrEqual(70);
    expect(new Set(accounts).size).toBeLessThanOrEqual(90);
  });

  it('makes the confounder look guilty at first sight', () => {
    expect(computeNaiveRatio(workspace, statements, talkativeConfounder)).toBeGreaterThan(1.5);
  });

  it.each([2, 3, 4, 5, 6])(
    'clears the confounder among like account-months, with much feedback from %i statements on',
    (cutPoint) => {
      const found = computeStratifiedRatio(workspace, statements, talkativeConfounder, cutPoint);
      expect(found.pValue).toBeGreaterThan(0.3);
      expect(Math.abs(Math.log(found.ratio))).toBeLessThan(0.35);
      expect(Math.abs(Math.log(found.ratio))).toBeLessThan(1.96 * found.logStandardError);
      expect(found.exposedAccounts).toBeGreaterThan(40);
    },
  );

  it('has complaints about leaving only from those who have left, so that no month at risk is exposed', () => {
    expect(computeNaiveRatio(workspace, statements, afterChurnOnly)).toBeGreaterThan(5);
    expect(computeStratifiedRatio(workspace, statements, afterChurnOnly).exposedMonths).toBe(0);
  });

  it('has the confounder said mostly by accounts that say much', () => {
    const counts = new Map<string, number>();
    for (const { accountId } of statements) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    const loud = [...counts].sort((a, b) => b[1] - a[1]).slice(0, workspace.accounts.length / 5);
    const loudAccounts = new Set(loud.map(([accountId]) => accountId));
    const said = statements.filter(({ problems }) => problems.includes(talkativeConfounder));
    const byLoud = said.filter(({ accountId }) => loudAccounts.has(accountId)).length;
    expect(byLoud / said.length).toBeGreaterThan(0.65);
  });

  const innocent = themeSlugs.filter((slug) => ![driver, talkativeConfounder, afterChurnOnly].includes(slug));
  it.each(innocent)('associates nothing with %s', (slug: ThemeSlug) => {
    expect(workspace.plantedTruth.hazardRatios[slug]).toBe(1);
    expect(computeStratifiedRatio(workspace, statements, slug).pValue).toBeGreaterThan(0.1);
  });

  it('has a fix after which the complaints of it are less than half as many', () => {
    const { theme, shippedOn } = workspace.plantedTruth.fix;
    const shippedDay = parseDay(shippedOn);
    const said = statements.filter(({ problems }) => problems.includes(theme));
    const before = said.filter(({ day }) => day < shippedDay && day >= shippedDay - 150).length;
    const after = said.filter(({ day }) => day >= shippedDay).length;
    expect(after).toBeGreaterThan(10);
    expect(2 * after).toBeLessThan(before);
  });

  it('drops the net promoter score by about ten points in the last two months', () => {
    const npsBetween = (from: string, before: string) => {
      const answers = workspace.responses.filter(
        ({ surveyKey, submittedAt }) => surveyKey === 'nps' && submittedAt >= from && submittedAt < before,
      );
      const promoters = answers.filter(({ score }) => score >= 9).length;
      const detractors = answers.filter(({ score }) => score <= 6).length;
      return (100 * (promoters - detractors)) / answers.length;
    };
    const after = npsBetween(npsDrop.from, '9999');
    for (const since of [workspace.startDate, '2026-07-01']) {
      const drop = after - npsBetween(since, npsDrop.from);
      expect(drop).toBeLessThan(-8);
      expect(drop).toBeGreaterThan(-15);
    }
  });
});
