import { expect, it } from 'vitest';
import { authenticate } from '@/lib/auth/authenticate';
import { findUserOfSession } from '@/lib/auth/session';
import { changePassword } from '@/lib/workspaces/change-password';
import { findAuditActions, makeOwnedWorkspace, PASSWORD } from '@/lib/workspaces/testing/make-members';

it('takes the current password, sets the new one and ends every session', async () => {
  const { scope, user } = await makeOwnedWorkspace();
  const before = await authenticate(user.email, PASSWORD, null);
  const session = { userId: user.id, sessionVersion: before?.sessionVersion ?? 0 };
  expect(await findUserOfSession(session)).toEqual(user);

  const newPassword = 'another four words';
  await expect(
    changePassword(scope, user, { currentPassword: 'not this one', newPassword }),
  ).rejects.toMatchObject({ kind: 'invalid' });
  expect(await findUserOfSession(session)).toEqual(user);

  await changePassword(scope, user, { currentPassword: PASSWORD, newPassword });
  expect(await findUserOfSession(session)).toBeNull();
  expect(await authenticate(user.email, PASSWORD, null)).toBeNull();
  const after = await authenticate(user.email, newPassword, null);
  expect(await findUserOfSession({ userId: user.id, sessionVersion: after?.sessionVersion ?? 0 })).toEqual(
    user,
  );
  expect(await findAuditActions(scope)).toEqual(['workspace.created', 'member.password_changed']);
});
