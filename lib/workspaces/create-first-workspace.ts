import { issueFoundingScope } from '@/lib/auth/founding-scope';
import { hashPassword } from '@/lib/auth/password';
import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { identityDb } from '@/lib/db/scope';
import { writeWorkspace } from '@/lib/workspaces/create-workspace';
import type { FirstRunInput } from '@/lib/workspaces/schema';

/** Whether nobody has an account yet: only then may the first run be. */
export async function isFirstRun(): Promise<boolean> {
  return (await identityDb().user.findFirst({ select: { id: true } })) === null;
}

/**
 * The first run: makes the first user, the first workspace and the user its owner. Of two at the same moment one wins.
 * @returns the workspace's slug.
 * @throws ExpectedError 'denied' when somebody has an account already.
 */
export async function createFirstWorkspace(input: FirstRunInput): Promise<string> {
  if (!(await isFirstRun())) throw tooLate();
  const passwordHash = await hashPassword(input.password);
  const userId = newId();
  const { scope, memberId } = issueFoundingScope(userId);
  return scope.run(async (db, inner) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('verbatim: first run'))`;
    if (await db.user.findFirst({ select: { id: true } })) throw tooLate();
    await db.user.create({ data: { id: userId, email: input.email, name: input.name, passwordHash } });
    return writeWorkspace(db, inner, { userId, memberId }, input);
  });
}

function tooLate(): ExpectedError {
  return new ExpectedError(
    'denied',
    'This installation has an owner already. Sign in, or ask for an invitation.',
  );
}
