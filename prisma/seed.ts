import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hashPassword } from '@/lib/auth/password';
import { type Role, roleNames, roles } from '@/lib/auth/permissions';
import { env } from '@/lib/core/env';
import { idFrom, newId } from '@/lib/core/ids';
import { disconnect } from '@/lib/db/client';
import { identityDb, Scope } from '@/lib/db/scope';
import { closeQueue } from '@/lib/jobs/queue';
import { giveOwners } from './sample/give-owners';
import { loadSampleWorkspace } from './sample/load-sample-workspace';
import { makeSampleWorkspace } from './sample/make-sample-workspace';

const WORKSPACE_ID = idFrom('sample workspace');

interface SampleUser {
  id: string;
  role: Role;
  email: string;
  name: string;
  password: string;
}

/**
 * Makes the sample workspace with one user for each role, or does nothing where it is or where people have begun with a
 * workspace of their own. Passwords are random; the file with them is for the machine's owner alone.
 */
async function seed(): Promise<void> {
  if ((await identityDb().user.count()) > 0) return;
  const users = roles.map((role) => ({
    id: newId(),
    role,
    email: `${role.replaceAll('_', '-')}@example.com`,
    name: `Sample ${roleNames[role].toLowerCase()}`,
    password: randomBytes(12).toString('base64url'),
  }));
  // Before the users exist: a file without users does no harm, users without their passwords do.
  writeSignIns(users);
  const scope = Scope.issue(WORKSPACE_ID, { kind: 'job', job: 'sample' });
  await scope.run(async (db, inner) => {
    await db.user.createMany({ data: await Promise.all(users.map(userRow)) });
    await db.workspace.create({
      data: {
        id: WORKSPACE_ID,
        slug: 'sample',
        name: 'Tallyfern (sample data)',
        isSample: true,
        currency: 'USD',
      },
    });
    const members = users.map(({ id, role }) => ({
      ...{ workspaceId: WORKSPACE_ID, id: newId(), userId: id, role },
    }));
    await db.member.createMany({ data: members });
    const sample = makeSampleWorkspace();
    await loadSampleWorkspace(inner, sample);
    const idOf = (role: Role) => members.find((member) => member.role === role)?.id ?? '';
    await giveOwners(inner, sample.accounts, {
      successManagerId: idOf('success_manager'),
      otherId: idOf('owner'),
    });
  });
}

async function userRow({ id, email, name, password }: SampleUser) {
  return { id, email, name, passwordHash: await hashPassword(password) };
}

/** One line a user: role, e-mail and password, parted by tabs. */
function writeSignIns(users: SampleUser[]): void {
  const file = path.resolve(env().SIGN_INS_FILE);
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const lines = users.map(({ role, email, password }) => [roleNames[role], email, password].join('\t'));
  fs.writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}

try {
  await seed();
} finally {
  await closeQueue();
  await disconnect();
}
