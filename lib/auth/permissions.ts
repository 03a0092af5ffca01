import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

export const roles = ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  cx_lead: 'CX lead',
  product_manager: 'Product manager',
  success_manager: 'Success manager',
  viewer: 'Viewer',
};

const everyone = roles;
const administrators = ['owner', 'admin'] as const;

/** The one table of rights. Server and screens both read it; a permission that is not here does not exist. */
const table = {
  'workspace.read': everyone,
  'account.own': everyone,
  'feedback.correct': ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager'],
  'contacts.merge': ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager'],
  'quality.label': ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager'],
  'feedback.read_original': administrators,
  'people.erase': administrators,
  'imports.manage': ['owner', 'admin', 'cx_lead', 'product_manager'],
  'surveys.edit': ['owner', 'admin', 'cx_lead', 'product_manager'],
  'themes.edit': ['owner', 'admin', 'cx_lead', 'product_manager'],
  'issues.edit': ['owner', 'admin', 'cx_lead', 'product_manager'],
  'accounts.assign': ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager'],
  'alerts.edit': ['owner', 'admin', 'cx_lead', 'product_manager'],
  'exports.create': ['owner', 'admin', 'cx_lead', 'product_manager', 'success_manager'],
  'settings.edit': administrators,
  'members.manage': administrators,
  'api_keys.manage': administrators,
  'audit.read': administrators,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** What a permission lets one do, to follow "may". */
export const permissionWords: Record<Permission, string> = {
  'workspace.read': 'read everything in the workspace',
  'account.own': 'change their own password',
  'feedback.correct': 'correct sentiment and themes of feedback',
  'contacts.merge': 'say which contacts are one person, and which accounts one company',
  'quality.label': 'label samples that measure the text engine',
  'feedback.read_original': 'read the original of a redacted text, where it is kept',
  'people.erase': 'hand out what is held about a person, and erase it',
  'imports.manage': 'import files and undo imports',
  'surveys.edit': 'make, publish and close surveys',
  'themes.edit': 'rename, merge, split, move, lock and teach themes, decide what discovery proposes',
  'issues.edit':
    'make, change, merge and split issues, pin evidence to them, set the weights of the ranking and of accounts',
  'accounts.assign': 'say who looks after an account',
  'alerts.edit': 'acknowledge and dismiss alerts, change when they are raised',
  'exports.create': 'export',
  'settings.edit': 'change settings',
  'members.manage': 'invite and remove members, change their roles',
  'api_keys.manage': 'make and revoke API keys',
  'audit.read': 'read the audit log',
};

/** Whether a role has a permission. An unknown role or permission has none: both sides are looked up. */
export function can(role: string, permission: Permission): boolean {
  const holders: readonly string[] = Object.hasOwn(table, permission) ? table[permission] : [];
  return holders.includes(role);
}

/** The roles that have a permission, in words: "Owner, Administrator or CX lead". */
export function holdersOf(permission: Permission): string {
  const names = table[permission].map((role) => roleNames[role]);
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The permissions of a role, in the order of the table. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(table) as Permission[]).filter((permission) => can(role, permission));
}

/**
 * The roles that someone may give, take away and change: who manages members, all but the owner's; an owner, all.
 */
export function rolesGrantableBy(role: string): Role[] {
  if (!can(role, 'members.manage')) return [];
  return roles.filter((granted) => granted !== 'owner' || role === 'owner');
}

/** @throws ExpectedError 'denied' saying who may. A job acts for the workspace and may do what its code does. */
export function requirePermission(scope: Scope, permission: Permission): void {
  if (scope.actor.kind === 'job') return;
  if (scope.actor.kind === 'member' && can(scope.actor.role, permission)) return;
  throw new ExpectedError('denied', `Your role does not allow this. It takes: ${holdersOf(permission)}.`);
}
