import { expect, it } from 'vitest';
import { alertReason, alertTitle } from '@/components/alerts/alert-words';

const sentenceOf = (alert: Parameters<typeof alertReason>[0]) =>
  alertReason(alert)
    .map(({ text }) => text)
    .join('');

const surge = {
  kind: 'theme_surge' as const,
  subject: 't',
  themeName: 'App crashes',
  count: 6,
  expected: 0.2857,
  details: {
    method: 'ears_c2' as const,
    days: { from: '2026-09-15', to: '2026-09-15' },
    alpha: 0.001,
    minimumCount: 3,
    qThreshold: 0.05,
    themes: 26,
    baseline: [0, 1, 0, 0, 1, 0, 0],
    mean: 0.2857,
    deviation: 0.49,
    earsPValue: 0,
    rare: { units: 56, expected: 0.4, dispersion: 1, pValue: 0 },
    series: { unit: 'day' as const, from: '2026-09-15', counts: [6] },
  },
};

it('says what a surge is about and why it is one', () => {
  expect(alertTitle(surge)).toBe('More problems with App crashes');
  expect(sentenceOf(surge)).toBe('6 statements on 15 Sep 2026 where 0.3 were expected.');
  expect(alertReason(surge)[0]).toEqual({ text: '6 statements', rows: 'now' });
  expect(sentenceOf({ ...surge, expected: 0 })).toContain('none were expected');
  expect(sentenceOf({ ...surge, expected: 0.01 })).toContain('fewer than 0.1 were expected');
  expect(alertTitle({ ...surge, subject: 'untagged', themeName: null })).toBe(
    'More comments without a theme',
  );
});

it('says of a withdrawn one what is left of it', () => {
  const taken = { ...surge, count: 2, details: { ...surge.details, withdrawn: { countThen: 6 } } };
  expect(sentenceOf(taken)).toBe(
    'No alert any more, as statements behind it were taken back or no longer count: 2 statements of 6 are left on 15 Sep 2026.',
  );
  expect(alertReason(taken)[1]).toEqual({ text: '2 statements', rows: 'now' });
  expect(sentenceOf({ ...taken, count: 7 })).toBe(
    'No alert any more, by all that is known now: 7 statements on 15 Sep 2026 are nothing unusual.',
  );
});

it('says of a new theme that it has no past', () => {
  const details = {
    method: 'minimum_count' as const,
    days: { from: '2026-09-13', to: '2026-09-15' },
    quietDays: 30,
    minimumCount: 3,
    countBefore: 0,
    series: surge.details.series,
  };
  const alert = { ...surge, kind: 'new_theme' as const, expected: null, details };
  expect(alertTitle(alert)).toBe('New problem: App crashes');
  expect(sentenceOf(alert)).toBe('6 statements from 13 Sep 2026 to 15 Sep 2026, none ever before.');
  const again = { ...alert, expected: 0.4, details: { ...details, countBefore: 4 } };
  expect(alertTitle(again)).toBe('Back again: problems with App crashes');
  expect(sentenceOf(again)).toContain('none in the 30 days before, where 0.4 were expected.');
});

it('says how a score went', () => {
  const details = {
    method: 'score_test' as const,
    metric: 'nps' as const,
    now: { from: '2026-09-01', to: '2026-09-30' },
    before: { from: '2026-08-02', to: '2026-08-31' },
    value: -4,
    valueBefore: 30,
    answers: 40,
    answersBefore: 50,
    change: -34,
    low: -50,
    high: -18,
    minimumAnswers: 30,
    qThreshold: 0.01,
    metrics: 2,
  };
  const alert = { ...surge, kind: 'score_change' as const, subject: 'nps', themeName: null, details };
  expect(alertTitle(alert)).toBe('NPS went down');
  expect(sentenceOf(alert)).toBe('From +30 (n = 50) to −4 (n = 40) from 1 Sep 2026 to 30 Sep 2026.');
  expect(alertReason(alert).flatMap(({ text, rows }) => (rows ? [[rows, text]] : []))).toEqual([
    ['before', 'n = 50'],
    ['now', 'n = 40'],
  ]);
});
