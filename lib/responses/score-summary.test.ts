import { describe, expect, it } from 'vitest';
import { computeScore, computeScoreChange } from '@/lib/responses/score-summary';

const nps = (promoters: number, passives: number, detractors: number) =>
  new Map([
    [10, promoters],
    [7, passives],
    [0, detractors],
  ]);

describe('computeScore', () => {
  it('is NPS in points, CSAT as a share and CES as a mean', () => {
    expect(computeScore('nps', nps(50, 30, 20))).toMatchObject({ value: 30, n: 100 });
    expect(
      computeScore(
        'topTwo',
        new Map([
          [5, 3],
          [4, 3],
          [1, 4],
        ]),
      ),
    ).toMatchObject({ value: 0.6, n: 10 });
    expect(
      computeScore(
        'mean',
        new Map([
          [7, 1],
          [5, 1],
        ]),
      ),
    ).toMatchObject({ value: 6, n: 2 });
  });

  it('is null without answers', () => {
    for (const kind of ['nps', 'topTwo', 'mean'] as const) expect(computeScore(kind, new Map())).toBeNull();
  });
});

describe('computeScoreChange', () => {
  it('says how far a score moved, and whether chance would do', () => {
    expect(computeScoreChange('nps', nps(600, 200, 200), nps(500, 200, 300))?.words).toBe(
      'down 20 points, more than chance explains',
    );
    expect(computeScoreChange('nps', nps(6, 2, 2), nps(5, 2, 3))?.words).toBe('no detectable change');
    expect(
      computeScoreChange(
        'topTwo',
        new Map([
          [5, 500],
          [1, 500],
        ]),
        new Map([
          [5, 600],
          [1, 400],
        ]),
      )?.words,
    ).toBe('up 10 percentage points, more than chance explains');
    expect(
      computeScoreChange(
        'mean',
        new Map([
          [5, 500],
          [6, 500],
        ]),
        new Map([
          [5, 800],
          [6, 200],
        ]),
      )?.words,
    ).toBe('down 0.3, more than chance explains');
  });

  it('tells no change from fewer than five answers', () => {
    const [few, many] = [nps(0, 0, 4), nps(100, 0, 0)];
    expect(computeScoreChange('nps', few, many)).toMatchObject({
      isDetectable: false,
      words: 'no detectable change',
    });
    expect(computeScoreChange('nps', nps(0, 0, 5), many)?.isDetectable).toBe(true);
    expect(computeScoreChange('topTwo', few, many)?.isDetectable).toBe(false);
  });

  it('is null when there is nothing to compare with', () => {
    expect(computeScoreChange('nps', new Map(), nps(1, 0, 0))).toBeNull();
  });
});
