import { expect, test } from 'vitest';
import { minimumCountOf, surgeRuleOf } from '@/lib/alerts/alert-level';
import { ruleSchemas } from '@/lib/alerts/schema';

const usual = ruleSchemas.theme_surge.parse({});

test('quiet asks for more than usual, sensitive for less, and neither leaves what a rule may be', () => {
  expect(surgeRuleOf(usual, 'usual')).toEqual(usual);
  const quiet = surgeRuleOf(usual, 'quiet');
  const sensitive = surgeRuleOf(usual, 'sensitive');
  expect(quiet.alpha).toBeCloseTo(0.0001);
  expect(quiet).toMatchObject({ minimumCount: 6, unit: usual.unit });
  expect(sensitive.alpha).toBeCloseTo(0.01);
  expect(sensitive).toMatchObject({ minimumCount: 2, qValue: 0.1 });
  expect(surgeRuleOf({ ...usual, alpha: 0.05, qValue: 0.5 }, 'sensitive')).toMatchObject({
    alpha: 0.05,
    qValue: 0.5,
  });
  expect(minimumCountOf(1, 'sensitive')).toBe(1);
});
