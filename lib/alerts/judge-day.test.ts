import { describe, expect, it } from 'vitest';
import type { AlertLevel } from '@/lib/alerts/alert-level';
import { judgeDay, type ThemeRules } from '@/lib/alerts/judge-day';
import { alertDetailsSchema, ruleSchemas } from '@/lib/alerts/schema';

const rules: ThemeRules = {
  surge: ruleSchemas.theme_surge.parse({}),
  newTheme: ruleSchemas.new_theme.parse({}),
};
const from = '2026-01-01';
const index = 59;
/** Five statements a day, of any theme. */
const place = { from, index, totals: new Array<number>(index + 1).fill(5) };
/** One mention every fourth day, then these. */
const past = (...last: number[]) => [
  ...Array.from({ length: index + 1 - last.length }, (_, day) => (day % 4 === 0 ? 1 : 0)),
  ...last,
];
const theme = (themeId: string | null, counts: number[]) => ({ themeId, counts });

describe('a day of all themes', () => {
  it('names what surges, with all that its page explains', () => {
    const [finding, ...others] = judgeDay([theme('a', past(7)), theme('b', past(1))], place, rules);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'theme_surge', subject: 'a', day: '2026-03-01', count: 7 });
    expect(alertDetailsSchema.parse(finding?.details)).toEqual(finding?.details);
    expect(finding?.details).toMatchObject({ themes: 2, days: { from: '2026-03-01', to: '2026-03-01' } });
    expect(finding?.details.series.counts.at(-1)).toBe(7);
  });

  it('asks more of one theme among many', () => {
    const alone = judgeDay([theme('a', past(4))], place, rules);
    const crowd = Array.from({ length: 400 }, (_, other) => theme(`t${other}`, past(0)));
    const among = judgeDay([theme('a', past(4)), ...crowd], place, rules);
    expect(alone).toHaveLength(1);
    expect(among).toEqual([]);
  });

  it('counts comments without a theme as one more', () => {
    expect(judgeDay([theme(null, past(7))], place, rules)).toMatchObject([
      { subject: 'untagged', themeId: null },
    ]);
  });
});

describe('a theme that was silent', () => {
  const silent = (...last: number[]) => [...new Array<number>(index + 1 - last.length).fill(0), ...last];

  it('is new from its third mention within a week on, from the first of them', () => {
    expect(judgeDay([theme('a', silent(1, 0, 1))], place, rules)).toEqual([]);
    expect(judgeDay([theme('a', silent(1, 0, 2))], place, rules)).toMatchObject([
      {
        kind: 'new_theme',
        count: 3,
        pValue: null,
        details: { days: { from: '2026-02-27', to: '2026-03-01' } },
      },
    ]);
  });

  it('is called so only where enough was said of others to tell', () => {
    const [finding] = judgeDay([theme('a', silent(1, 0, 2))], place, rules);
    expect(finding?.details).toMatchObject({ silence: { now: 35, before: 150 } });
    const quiet = { ...place, totals: silent(1, 0, 40) };
    expect(judgeDay([theme('a', silent(1, 0, 2))], quiet, rules)).toEqual([]);
  });

  it('is not called so again on a day without a mention', () => {
    expect(judgeDay([theme('a', silent(3, 0))], place, rules)).toEqual([]);
  });

  it('is judged as a surge where that rule is off, and not at all where both are', () => {
    const themes = [theme('a', silent(5))];
    expect(judgeDay(themes, place, { ...rules, newTheme: null })).toMatchObject([{ kind: 'theme_surge' }]);
    expect(judgeDay(themes, place, { surge: null, newTheme: null })).toEqual([]);
  });
});

describe('a theme with a level of its own', () => {
  const levelOf = (level: AlertLevel) => new Map([['a', level]]);
  const found = (count: number, level: AlertLevel) =>
    judgeDay([theme('a', past(count))], place, rules, levelOf(level)).length;

  it('raises no alert when off, later when quiet, earlier when sensitive', () => {
    expect([found(7, 'usual'), found(7, 'off')]).toEqual([1, 0]);
    expect([found(4, 'usual'), found(4, 'quiet'), found(12, 'quiet')]).toEqual([1, 0, 1]);
    const first = (level: AlertLevel) =>
      [1, 2, 3, 4, 5, 6, 7, 8].find((count) => found(count, level) > 0) ?? 9;
    expect(first('sensitive')).toBeLessThanOrEqual(first('usual'));
    expect(first('quiet')).toBeGreaterThan(first('usual'));
  });
});
