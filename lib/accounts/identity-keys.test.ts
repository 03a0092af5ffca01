import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPeople, type IdentityKey, identityKeys } from '@/lib/accounts/identity-keys';

describe('identityKeys', () => {
  it('are key and address; a phone number only where there is nothing else', () => {
    expect(identityKeys({ externalId: 'u1', email: 'ann@acme.test', phone: '+49 30 123456' })).toEqual([
      'external:u1',
      'email:ann@acme.test',
    ]);
    expect(identityKeys({ phone: '+49 (30) 123456' })).toEqual(['phone:+4930123456']);
    expect(identityKeys({ phone: '030 123456' })).toEqual([]);
    expect(identityKeys({})).toEqual([]);
  });

  it('leave out an address that a team shares, where there is a key', () => {
    expect(identityKeys({ externalId: 'u1', email: 'support@acme.test' })).toEqual(['external:u1']);
    expect(identityKeys({ email: 'support@acme.test' })).toEqual(['email:support@acme.test']);
  });
});

describe('groupPeople', () => {
  const key = fc.constantFrom<IdentityKey>(
    'external:1',
    'external:2',
    'email:a',
    'email:b',
    'email:c',
    'phone:1',
  );
  const people = fc.array(fc.uniqueArray(key, { maxLength: 3 }), { maxLength: 8 });

  it('gives the same groups whatever the order', () => {
    fc.assert(
      fc.property(
        people,
        fc.infiniteStream(fc.nat()),
        fc.dictionary(key, fc.constantFrom('x', 'y')),
        (rows, random, known) => {
          const knownOf = new Map(Object.entries(known)) as Map<IdentityKey, string>;
          const numbered = rows.map((keys, at) => ({ keys, at, rank: random.next().value ?? 0 }));
          const partition = (list: typeof numbered) => {
            const { groupOf } = groupPeople(
              list.map(({ keys }) => keys),
              knownOf,
            );
            return rows.map((_, a) =>
              rows.map((__, b) => {
                const [first, second] = [
                  list.findIndex(({ at }) => at === a),
                  list.findIndex(({ at }) => at === b),
                ];
                return groupOf[first] !== null && groupOf[first] === groupOf[second];
              }),
            );
          };
          expect(partition(numbered.toSorted((a, b) => a.rank - b.rank))).toEqual(partition(numbered));
        },
      ),
    );
  });

  it('joins by known contacts and through others', () => {
    const known = new Map<IdentityKey, string>([
      ['email:a', 'x'],
      ['email:b', 'x'],
      ['external:2', 'y'],
    ]);
    const { groupOf, contactsOf } = groupPeople(
      [['email:a'], ['email:b'], ['external:2', 'email:b'], ['email:c'], []],
      known,
    );
    expect(groupOf).toEqual([0, 0, 0, 1, null]);
    expect(contactsOf.get(0)).toEqual(new Set(['x', 'y']));
  });
});
