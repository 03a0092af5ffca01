import { expect, test } from 'vitest';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { findPreset, formatWeights, parseWeights, weightsSchema } from '@/lib/issues/weights';

test.each(Object.values(PRIORITY_PRESETS))('the weights %j survive the address bar', (weights) => {
  expect(parseWeights(formatWeights(weights))).toEqual(weights);
});

test('half steps survive too', () => {
  expect(parseWeights('0.5:3:2.5')).toEqual({ frequency: 0.5, churn: 3, impact: 2.5 });
});

test.each([undefined, '', '1:1', '0:0:0', '1:1:1:1', '-1:1:1', 'a:b:c', '1:1:1; DROP'])(
  '%s is no weights',
  (text) => {
    expect(parseWeights(text)).toBeNull();
    expect(weightsSchema.safeParse(text).success).toBe(false);
  },
);

test('presets are recognised, anything else is none', () => {
  expect(findPreset({ frequency: 1, churn: 3, impact: 1 })).toBe('churnFirst');
  expect(findPreset({ frequency: 1, churn: 2, impact: 1 })).toBeNull();
});
