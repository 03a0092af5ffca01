import { describe, expect, it } from 'vitest';
import { limitAttempts } from '@/lib/auth/attempts';
import { authenticate } from '@/lib/auth/authenticate';
import { hashPassword } from '@/lib/auth/password';
import { newId } from '@/lib/core/ids';
import { identityDb } from '@/lib/db/scope';

const wrong = async () => null;
const right = async () => 'in';
const subject = () => [{ subject: newId(), failures: 3 }];

describe('limitAttempts', () => {
  it('refuses even the right guess after too many wrong ones', async () => {
    const limits = subject();
    for (let attempt = 0; attempt < 3; attempt++) expect(await limitAttempts(limits, wrong)).toBeNull();
    await expect(limitAttempts(limits, right)).rejects.toMatchObject({ kind: 'too_many' });
    expect(await limitAttempts(subject(), right)).toBe('in');
  });

  it('counts guesses made at the same moment', async () => {
    const limits = subject();
    let checked = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        limitAttempts(limits, async () => {
          checked++;
          return null;
        }),
      ),
    );
    expect(checked).toBeLessThanOrEqual(3);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(20 - checked);
  });

  it('forgets the failures of a person who got it right, not those of the network address', async () => {
    const [person, address] = [newId(), newId()];
    const limits = [
      { subject: person, failures: 3 },
      { subject: address, failures: 5 },
    ];
    for (let round = 0; round < 2; round++) {
      await limitAttempts(limits, wrong);
      await limitAttempts(limits, wrong);
      expect(await limitAttempts(limits, right)).toBe('in');
    }
    expect(await limitAttempts(limits, wrong)).toBeNull();
    await expect(
      limitAttempts([{ subject: newId(), failures: 3 }, ...limits.slice(1)], right),
    ).rejects.toThrow('Too many attempts');
  });

  it('lets go after the window', async () => {
    const limits = subject();
    for (let attempt = 0; attempt < 4; attempt++) await limitAttempts(limits, wrong).catch(() => null);
    const longAgo = new Date(Date.now() - 16 * 60_000);
    await identityDb().signInAttempt.updateMany({ data: { attemptedAt: longAgo } });
    expect(await limitAttempts(limits, right)).toBe('in');
  });
});

describe('authenticate', () => {
  it('says the same of an unknown address as of a wrong password, and limits both', async () => {
    const email = `${newId()}@example.org`;
    const passwordHash = await hashPassword('four words make one');
    await identityDb().user.create({ data: { id: newId(), email, name: 'Ann', passwordHash } });
    expect(await authenticate(email, 'four words make one', null)).toMatchObject({ email });

    for (const address of [email, `${newId()}@example.org`]) {
      for (let attempt = 0; attempt < 10; attempt++) {
        expect(await authenticate(address, 'a wrong password', null)).toBeNull();
      }
      await expect(authenticate(address, 'four words make one', null)).rejects.toMatchObject({
        kind: 'too_many',
      });
    }
  });
});
