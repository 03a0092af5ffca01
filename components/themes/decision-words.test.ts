import { expect, test } from 'vitest';
import { describeDecision } from './decision-words';

const one = { themes: ['Login'], count: 1, parts: null, target: null };

test('says what was decided about one theme and about several', () => {
  expect(
    describeDecision({ ...one, decision: { action: 'rename', payload: { from: 'A', to: 'Login' } } }),
  ).toBe('Renamed “A” to “Login”');
  const merge = {
    decision: { action: 'merge' as const, payload: { intoId: 'x' } },
    target: 'Access',
    parts: null,
  };
  expect(describeDecision({ ...merge, themes: ['Login'], count: 1 })).toBe('Merged “Login” into “Access”');
  expect(describeDecision({ ...merge, themes: ['Login', 'SSO'], count: 2 })).toBe(
    'Merged 2 themes into “Access”',
  );
  expect(describeDecision({ ...one, decision: { action: 'move', payload: { from: 'x', to: null } } })).toBe(
    'Moved “Login” to the top',
  );
  expect(
    describeDecision({
      ...one,
      target: 'Access',
      decision: { action: 'create', payload: { splitFromId: 'x' } },
    }),
  ).toBe('Split “Login” off “Access”');
  expect(
    describeDecision({
      ...one,
      themes: ['Login', 'SSO', 'Access'],
      parts: { made: 1, moved: 0, steered: 2 },
      decision: { action: 'create', payload: {} },
    }),
  ).toBe('Imported a taxonomy: 1 theme made, 2 themes explained anew');
});
