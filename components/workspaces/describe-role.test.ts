import { expect, it } from 'vitest';
import { describeRole } from './describe-role';

it('says in a sentence what a role may', () => {
  expect(describeRole('viewer')).toBe('May read everything in the workspace and change nothing.');
  expect(describeRole('success_manager')).toBe(
    'May correct sentiment and themes of feedback, say which contacts are one person, and which accounts one company, label samples that measure the text engine, say who looks after an account, and export.',
  );
  expect(describeRole('owner')).toMatch(
    /^May correct .*, and read the audit log\. Alone may make and remove owners\.$/,
  );
  expect(describeRole('admin')).toMatch(/, and read the audit log\.$/);
});
