import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { inPlural } from './plural-form';

const documents = groupDocuments(
  [
    'The reports are slow',
    'This report is slow',
    'Reports arrive late',
    'The login fails',
    'login broken',
  ].map((text, at) => ({ id: String(at), text, language: 'en' })),
);

it('writes things as a theme does where it speaks of many', () => {
  expect(inPlural('report and login', documents)).toBe('reports and login');
  expect(inPlural('report builder', documents)).toBe('report builder');
});
