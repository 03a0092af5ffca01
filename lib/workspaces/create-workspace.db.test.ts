import { expect, it } from 'vitest';
import { findWorkspaces } from '@/lib/auth/session';
import { createWorkspace } from '@/lib/workspaces/create-workspace';
import { makeMember, makeOwnedWorkspace, makeUser } from '@/lib/workspaces/testing/make-members';

it('makes a further workspace for who administers one, with an address of its own', async () => {
  const owner = await makeOwnedWorkspace('Twin');
  const input = { workspaceName: 'Twin', currency: 'USD' };
  const slug = await createWorkspace(owner.user.id, input);
  expect(slug).toMatch(/^twin-.{6}$/);
  expect((await findWorkspaces(owner.user.id)).map((workspace) => workspace.slug).sort()).toEqual(
    [owner.slug, slug].sort(),
  );

  const viewer = await makeMember(owner.scope, 'viewer');
  await expect(createWorkspace(viewer.user.id, input)).rejects.toMatchObject({ kind: 'denied' });
  await expect(createWorkspace((await makeUser()).id, input)).rejects.toMatchObject({ kind: 'denied' });
});
