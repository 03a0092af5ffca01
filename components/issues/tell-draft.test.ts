import { expect, it } from 'vitest';
import { draftFor, mailtoHref } from './tell-draft';

it('opens as an e-mail with the words of the draft, whatever the issue is called', () => {
  const draft = draftFor('Import & export: 50 % slower?', new Date('2026-08-01'));
  const href = new URL(mailtoHref(draft));
  expect([href.protocol, href.pathname, href.hash]).toEqual(['mailto:', '', '']);
  expect(href.searchParams.get('subject')).toBe('You told us about: Import & export: 50 % slower?');
  expect(href.searchParams.get('body')?.split('\r\n')).toEqual(draft.body.split('\n'));
});
