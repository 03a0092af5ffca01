import { expect, it } from 'vitest';
import { type ComparedScore, changePValue, judgeScores } from '@/lib/alerts/judge-scores';
import { ruleSchemas } from '@/lib/alerts/schema';
import { computeScore, computeScoreChange } from '@/lib/responses/score-summary';
import { computeNpsChange } from '@/lib/stats/nps-change';

const rule = ruleSchemas.score_change.parse({});

function compared(before: [number, number][], after: [number, number][]): ComparedScore {
  const [first, second] = [new Map(before), new Map(after)];
  return {
    metric: 'nps',
    now: { from: '2026-02-01', to: '2026-03-02' },
    before: { from: '2026-01-02', to: '2026-01-31' },
    report: {
      score: computeScore('nps', second),
      before: computeScore('nps', first),
      change: computeScoreChange('nps', first, second),
    },
  };
}

it('finds a fall, and nothing where answers are too few or the change is chance', () => {
  const fall = compared(
    [
      [9, 60],
      [3, 20],
    ],
    [
      [9, 20],
      [3, 60],
    ],
  );
  expect(judgeScores([fall], rule)).toMatchObject([{ metric: 'nps', details: { change: -100, metrics: 1 } }]);
  expect(judgeScores([fall], { ...rule, minimumAnswers: 81 })).toEqual([]);
  expect(
    judgeScores(
      [
        compared(
          [
            [9, 40],
            [3, 20],
          ],
          [
            [9, 38],
            [3, 22],
          ],
        ),
      ],
      rule,
    ),
  ).toEqual([]);
  expect(judgeScores([compared([], [[9, 60]])], rule)).toEqual([]);
});

it('reads the p value back from the interval that screens show', () => {
  const groups = [
    { promoters: 40, passives: 20, detractors: 20 },
    { promoters: 30, passives: 20, detractors: 30 },
  ] as const;
  const change = computeNpsChange(groups[0], groups[1]);
  if (!change) throw new Error('there is a change');
  const p = changePValue({ change: change.changePoints, interval: change.interval });
  expect(Math.abs(p - change.pValue)).toBeLessThan(0.01);
});
