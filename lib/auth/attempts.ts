import { ExpectedError } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { identityDb } from '@/lib/db/scope';

const WINDOW_MINUTES = 15;

/** What is limited, e.g. `email:ann@example.org`, and how many failures within the window it may have. */
export interface AttemptLimit {
  subject: string;
  failures: number;
}

/**
 * Runs a check of a secret under a limit on wrong guesses. The attempt is recorded before it is judged, so that attempts
 * made at the same moment count each other; a right one takes its own record back.
 * @param limits the first names whose secret it is: a right guess also forgets its earlier failures.
 * @param check returns null for a wrong guess.
 * @throws ExpectedError 'too_many' once a subject has had its failures; `check` is then not run.
 */
export async function limitAttempts<T>(
  limits: AttemptLimit[],
  check: () => Promise<T | null>,
): Promise<T | null> {
  const db = identityDb();
  const since = new Date(Date.now() - WINDOW_MINUTES * 60_000);
  const recorded = await db.signInAttempt.createManyAndReturn({
    data: limits.map(({ subject }) => ({ subjectHash: sha256(subject) })),
  });
  for (const { subject, failures } of limits) {
    const attempts = await db.signInAttempt.count({
      where: { subjectHash: sha256(subject), attemptedAt: { gte: since } },
    });
    if (attempts > failures) {
      throw new ExpectedError('too_many', `Too many attempts. Wait ${WINDOW_MINUTES} minutes and try again.`);
    }
  }
  const result = await check();
  if (result === null) return null;
  await db.signInAttempt.deleteMany({
    where: {
      OR: [
        { id: { in: recorded.map(({ id }) => id) } },
        { subjectHash: { in: limits.slice(0, 1).map(({ subject }) => sha256(subject)) } },
        { attemptedAt: { lt: since } },
      ],
    },
  });
  return result;
}
