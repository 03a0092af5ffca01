import { permissionsOf, permissionWords, type Role, rolesGrantableBy } from '@/lib/auth/permissions';

/** What everybody may, and so tells no role from another. */
const COMMON = new Set(['workspace.read', 'account.own']);

/** What a role may do beyond reading, as a sentence. */
export function describeRole(role: Role): string {
  const own = permissionsOf(role)
    .filter((permission) => !COMMON.has(permission))
    .map((permission) => permissionWords[permission]);
  if (own.length === 0) return 'May read everything in the workspace and change nothing.';
  const grantsOwners = rolesGrantableBy(role).includes('owner') ? ' Alone may make and remove owners.' : '';
  return `May ${[...own.slice(0, -1), own.length > 1 ? `and ${own.at(-1)}` : own[0]].join(', ')}.${grantsOwners}`;
}
