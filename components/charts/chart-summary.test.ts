import { describe, expect, it } from 'vitest';
import { summarizeSeries, summarizeStack } from './chart-summary';

const line = (label: string, ...values: (number | null)[]) => ({
  label,
  points: values.map((value, index) => ({ label: `W${index + 1}`, value })),
});

describe('summarizeSeries', () => {
  it('tells ends and extremes, past gaps', () => {
    expect(summarizeSeries([line('NPS', null, 31, 28, null, 40, 38)], { kind: 'points' })).toBe(
      'NPS: from +31 (W2) to +38 (W6), lowest +28 (W3), highest +40 (W5).',
    );
  });
  it('says when there is one point or none', () => {
    expect(summarizeSeries([line('CSAT', 0.8), line('CES', null)], { kind: 'percent' })).toBe(
      'CSAT: 80% in W1. CES: no data.',
    );
  });
});

describe('summarizeStack', () => {
  const parts = [{ label: 'Negative' }, { label: 'Positive' }];
  it('tells each share of the whole', () => {
    const bars = [
      { label: 'W1', counts: [10, 20] },
      { label: 'W2', counts: [20, 50] },
    ];
    expect(summarizeStack(parts, bars)).toBe('Over all 2 bars: Negative 30%, Positive 70%.');
  });
  it('does not divide by nothing', () => {
    expect(summarizeStack(parts, [{ label: 'W1', counts: [0, 0] }])).toBe('No data.');
  });
});
