import { expect, it } from 'vitest';
import { describeAction, describeDetails } from './describe-audit';

it('names an action, known or not', () => {
  expect(describeAction('member.role_changed')).toBe('Role changed');
  expect(describeAction('theme.merged_into')).toBe('Theme merged into');
});

it('lays details out on one line', () => {
  expect(describeDetails({})).toBe('');
  expect(describeDetails({ to: 'cx_lead', from: 'viewer' })).toBe('from Viewer, to CX lead');
  expect(describeDetails({ enabled: true })).toBe('enabled yes');
  expect(describeDetails({ from: { name: 'Acme' }, rowCount: 3, ids: ['a', 'b'], before: null })).toBe(
    'from (name Acme), row count 3, ids a, b, before –',
  );
});
