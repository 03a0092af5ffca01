import { expect, it } from 'vitest';
import { speaksOf } from '@/lib/privacy/speaks-of';

const ann = { emails: ['ann@acme.test'], phones: ['+4930123456'], externalIds: ['u.7'], name: 'Ann Lee' };

it.each([
  ['{"from":"Ann@Acme.test"}', true],
  ['{"tel":"+4930123456"}', true],
  ['{"user":{"id":"u.7"}}', true],
  ['{"body":"ask ANN LEE"}', true],
  ['{"user":{"id":"u.71"}}', false],
  ['{"user":{"id":"au.7"}}', false],
  ['{"user":{"id":"ux7"}}', false],
  ['{"from":"bob@acme.test","body":"Ann and Lee"}', false],
])('%s speaks of the person: %s', (message, expected) => {
  expect(speaksOf(message, ann)).toBe(expected);
});

it('takes no first name for a person', () => {
  expect(speaksOf('Announce it', { emails: [], phones: [], externalIds: [], name: 'Ann' })).toBe(false);
  expect(speaksOf('Anneliese', { emails: [], phones: [], externalIds: [], name: 'Anneliese' })).toBe(false);
});
