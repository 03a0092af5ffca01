import { expect, it } from 'vitest';
import { describeGroups } from './rule-words';

it('says in a sentence whom a survey asks', () => {
  expect(describeGroups([])).toBe('Asked everywhere, of everybody.');
  expect(
    describeGroups([
      [
        { about: 'trait', name: 'plan', test: 'is', value: 'Pro' },
        { about: 'page', name: '', test: 'has', value: '/cart' },
        { about: 'device', name: '', test: 'is_not', value: 'phone' },
      ],
    ]),
  ).toBe('Asked where the person’s plan is Pro and the address has /cart in it and the device is no phone.');
  expect(
    describeGroups([
      [{ about: 'segment', name: '', test: 'is_not', value: 'Trial' }],
      [
        { about: 'event', name: 'paid', test: 'happened', value: '' },
        { about: 'trait', name: 'seats', test: 'at_least', value: '5' },
      ],
      [{ about: 'trait', name: 'role', test: 'known', value: '' }],
    ]),
  ).toBe(
    'Asked where either the account’s segment is not Trial; or “paid” has happened and the person’s seats is at least 5; or the person’s role is stated.',
  );
});
