import { verifyPassword } from '@/lib/auth/password';
import { ExpectedError } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { identityDb } from '@/lib/db/scope';

const WINDOW_MINUTES = 15;
/** Failures within the window after which further attempts are refused unread. */
const LIMITS = { email: 10, address: 50 };

export interface SignedInUser {
  id: string;
  email: string;
  name: string;
  sessionVersion: number;
}

/**
 * Checks an e-mail address and password.
 * @returns the user, or null when the pair is wrong; unknown and known addresses get the same answer and take as long.
 * @throws ExpectedError 'too_many' after too many failures for this e-mail or network address.
 */
export async function authenticate(
  email: string,
  password: string,
  address: string,
): Promise<SignedInUser | null> {
  const db = identityDb();
  const subjects = [
    { hash: sha256(`email:${email}`), limit: LIMITS.email },
    { hash: sha256(`address:${address}`), limit: LIMITS.address },
  ];
  // Recorded before it is judged, so that attempts made at the same moment count each other.
  await db.signInAttempt.createMany({ data: subjects.map(({ hash }) => ({ subjectHash: hash })) });
  const since = new Date(Date.now() - WINDOW_MINUTES * 60_000);
  for (const { hash, limit } of subjects) {
    const attempts = await db.signInAttempt.count({
      where: { subjectHash: hash, attemptedAt: { gte: since } },
    });
    if (attempts > limit) {
      throw new ExpectedError('too_many', `Too many attempts. Wait ${WINDOW_MINUTES} minutes and try again.`);
    }
  }

  const user = await db.user.findUnique({ where: { email } });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) return null;
  await db.signInAttempt.deleteMany({
    where: {
      OR: [{ subjectHash: { in: subjects.map(({ hash }) => hash) } }, { attemptedAt: { lt: since } }],
    },
  });
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
}
