import { describe, expect, it } from 'vitest';
import { judgeToken, readIdentity, signIdentity } from '@/lib/surveys/identity-token';

const identity = { contact: 'u1', account: 'acme', name: 'Zoë 🦊' };
const token = signIdentity('secret', identity);

describe('an identity token', () => {
  it('says who somebody is', () => {
    expect(readIdentity('secret', token)).toEqual(identity);
  });

  it('says nothing under another secret, changed, or unsigned', () => {
    const [body = '', signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ contact: 'u2' })).toString('base64url');
    for (const wrong of ['', body, `${body}.`, `${forged}.${signature}`, `${body}.${signature}x`]) {
      expect(readIdentity('secret', wrong)).toBeNull();
    }
    expect(readIdentity('other', token)).toBeNull();
  });

  it('ends when it says so', () => {
    const short = signIdentity('secret', { contact: 'u1', exp: 1000 });
    expect(readIdentity('secret', short, new Date(999_999))).toMatchObject({ contact: 'u1' });
    expect(readIdentity('secret', short, new Date(1_000_000))).toBeNull();
  });

  it('must name a person', () => {
    expect(readIdentity('secret', signIdentity('secret', { account: 'acme' }))).toBeNull();
  });

  it('says why it names nobody', () => {
    expect([
      judgeToken(null, token),
      judgeToken('other', token),
      judgeToken('secret', signIdentity('secret', { account: 'acme' })),
      judgeToken('secret', signIdentity('secret', { ...identity, exp: 1 })),
    ]).toEqual(['no_secret', 'not_signed', 'no_identity', 'expired']);
  });
});
