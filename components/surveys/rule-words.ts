import type { Rule, RuleSubject, RuleTest } from '@/lib/widget/rule';

export const subjectNames: Record<RuleSubject, string> = {
  trait: 'A trait of the person',
  segment: 'The account’s segment',
  event: 'An event',
  page: 'The page’s address',
  device: 'The device',
};

export const testNames: Record<RuleTest, string> = {
  is: 'is',
  is_not: 'is not',
  has: 'has in it',
  has_not: 'does not have in it',
  at_least: 'is at least',
  at_most: 'is at most',
  known: 'is stated',
  unknown: 'is not stated',
  happened: 'has happened',
  happened_not: 'has not happened',
};

export const deviceNames: Record<string, string> = { phone: 'a phone', desktop: 'no phone' };

/** Whom a survey asks, as a sentence. */
export function describeGroups(groups: readonly (readonly Rule[])[]): string {
  if (groups.length === 0) return 'Asked everywhere, of everybody.';
  const several = groups.length > 1;
  const parts = groups.map((rules) => rules.map(describe).join(' and '));
  return several ? `Asked where either ${parts.join('; or ')}.` : `Asked where ${parts[0]}.`;
}

function describe({ about, name, test, value }: Rule): string {
  if (about === 'event') return `“${name || '…'}” ${testNames[test]}`;
  if (about === 'device')
    return `the device is ${(test === 'is') === (value === 'phone') ? 'a' : 'no'} phone`;
  const subject =
    about === 'trait'
      ? `the person’s ${name || '…'}`
      : about === 'page'
        ? 'the address'
        : 'the account’s segment';
  const compared = test === 'known' || test === 'unknown' ? '' : ` ${value || '…'}`;
  if (test === 'has') return `${subject} has ${value || '…'} in it`;
  if (test === 'has_not') return `${subject} does not have ${value || '…'} in it`;
  return `${subject} ${testNames[test]}${compared}`;
}
