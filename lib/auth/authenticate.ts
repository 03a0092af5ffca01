import { limitAttempts } from '@/lib/auth/attempts';
import { verifyPassword } from '@/lib/auth/password';
import { identityDb } from '@/lib/db/scope';

const FAILURES_PER_EMAIL = 10;
const FAILURES_PER_ADDRESS = 50;

export interface SignedInUser {
  id: string;
  email: string;
  name: string;
  sessionVersion: number;
}

/**
 * Checks an e-mail address and password.
 * @param address the caller's network address; null when it is not known, and then only the e-mail is limited: one limit
 *   for everybody would let anybody shut the door for all.
 * @returns the user, or null when the pair is wrong; unknown and known addresses get the same answer and take as long.
 * @throws ExpectedError 'too_many' after too many failures for this e-mail or network address.
 */
export async function authenticate(
  email: string,
  password: string,
  address: string | null,
): Promise<SignedInUser | null> {
  const limits = [{ subject: `email:${email}`, failures: FAILURES_PER_EMAIL }];
  if (address) limits.push({ subject: `address:${address}`, failures: FAILURES_PER_ADDRESS });
  return limitAttempts(limits, async () => {
    const user = await identityDb().user.findUnique({ where: { email } });
    if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) return null;
    return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
  });
}
