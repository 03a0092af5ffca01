import { recordAudit } from '@/lib/audit/record';
import { authenticate } from '@/lib/auth/authenticate';
import { findOpenInvitation, issueInviteeScope, type OpenInvitation } from '@/lib/auth/invitation';
import { hashPassword } from '@/lib/auth/password';
import { passwordSchema } from '@/lib/auth/password-schema';
import type { SessionUser } from '@/lib/auth/session';
import { conflict, ExpectedError, invalid } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import { identityDb } from '@/lib/db/scope';
import type { AcceptanceInput } from '@/lib/workspaces/schema';

/** Someone who has yet to be made, with a hashed password. */
interface NewUser {
  id: string;
  name: string;
  passwordHash: string;
}

/**
 * Makes whoever holds the link a member. The invited address decides who that is: someone new gets an account, someone
 * known proves it by being signed in or by the password.
 * @returns the workspace's slug and the address to sign in with.
 * @throws ExpectedError 'not_found' for a link that does not work (any more), 'invalid' for a missing or wrong answer.
 */
export async function acceptInvitation(
  signedIn: SessionUser | null,
  input: AcceptanceInput,
): Promise<{ slug: string; email: string }> {
  const invitation = await findOpenInvitation(input.token);
  if (!invitation) throw unusableLink();
  const { workspaceId, email, role } = invitation;
  const known = await identityDb().user.findUnique({ where: { email } });
  if (known) await requireProof(signedIn, invitation, input.password);
  const newUser = known ? null : await prepareUser(input);
  const userId = known?.id ?? newUser?.id ?? newId();
  const { scope, memberId } = await issueInviteeScope(invitation, userId);
  return scope.run(async (db, inner) => {
    await claim(db, invitation);
    if (newUser) await db.user.create({ data: { ...newUser, email } });
    const isMember = await db.member.findFirst({ where: { workspaceId, userId, removedAt: null } });
    if (isMember) throw conflict('You are a member of this workspace already. Sign in to open it.');
    await db.member.upsert({
      where: { workspaceId_id: { workspaceId, id: memberId } },
      create: { workspaceId, id: memberId, userId, role },
      update: { role, removedAt: null },
    });
    await recordAudit(inner, {
      action: 'member.joined',
      subjectKind: 'member',
      subjectId: memberId,
      details: { invitationId: invitation.id, role },
    });
    const { slug } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    return { slug, email };
  });
}

/** Whether the holder of an invitation's link has an account here; ask it for that address alone. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await identityDb().user.count({ where: { email } })) > 0;
}

async function requireProof(
  signedIn: SessionUser | null,
  { email }: OpenInvitation,
  password: string | undefined,
): Promise<void> {
  if (signedIn?.email === email) return;
  if (!password) throw invalid(`${email} has an account here. Enter its password.`);
  if (!(await authenticate(email, password, null))) {
    throw invalid(`This is not the password of ${email}. Check it and try again.`);
  }
}

async function prepareUser({ name, password }: AcceptanceInput): Promise<NewUser> {
  if (!name) throw invalid('Enter your name.');
  const parsed = passwordSchema.safeParse(password);
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? 'Choose a password.');
  return { id: newId(), name, passwordHash: await hashPassword(parsed.data) };
}

/** Marks the invitation as used; of two at the same moment the second waits here and finds it used. */
async function claim(db: Db, { workspaceId, id }: OpenInvitation): Promise<void> {
  const now = new Date();
  const { count } = await db.invitation.updateMany({
    where: { workspaceId, id, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (count === 0) throw unusableLink();
}

function unusableLink(): ExpectedError {
  return new ExpectedError(
    'not_found',
    'This link does not work any more. It was used, withdrawn or is older than 7 days. Ask for a new one.',
  );
}
