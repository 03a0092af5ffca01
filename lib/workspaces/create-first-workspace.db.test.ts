import { expect, it } from 'vitest';
import { authenticate } from '@/lib/auth/authenticate';
import { findWorkspaces } from '@/lib/auth/session';
import { identityDb } from '@/lib/db/scope';
import { createFirstWorkspace, isFirstRun } from '@/lib/workspaces/create-first-workspace';

const answers = (name: string) => ({
  workspaceName: 'Büro & Söhne',
  currency: 'EUR',
  name,
  email: `${name}@example.org`,
  password: 'four words make one',
});

it('makes one owner when several people press the button at the same moment, and none later', async () => {
  expect(await isFirstRun()).toBe(true);
  const names = ['ann', 'ben', 'cleo', 'dan'];
  const results = await Promise.allSettled(names.map((name) => createFirstWorkspace(answers(name))));
  const made = results.filter((result) => result.status === 'fulfilled');
  expect(made.map(({ value }) => value)).toEqual(['buro-sohne']);
  expect(results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.kind)).toEqual([
    'denied',
    'denied',
    'denied',
  ]);

  expect(await isFirstRun()).toBe(false);
  await expect(createFirstWorkspace(answers('eve'))).rejects.toThrow('has an owner already');
  const users = await identityDb().user.findMany();
  expect(users).toHaveLength(1);

  const [owner] = users;
  const signedIn = await authenticate(owner?.email ?? '', 'four words make one', null);
  expect(signedIn?.id).toBe(owner?.id);
  expect(await findWorkspaces(owner?.id ?? '')).toEqual([
    { slug: 'buro-sohne', name: 'Büro & Söhne', isSample: false },
  ]);
});
