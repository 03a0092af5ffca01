import { type Role, roleNames, rolesGrantableBy } from '@/lib/auth/permissions';

interface RoleChange {
  /** Null when the workspace itself acts. */
  actorRole: Role | null;
  roleBefore: Role;
  /** Null when the member is to be removed. */
  roleAfter: Role | null;
  ownerCount: number;
}

/** Why a change of a member's role must not be, in words; null when it may. */
export function findRefusal({ actorRole, roleBefore, roleAfter, ownerCount }: RoleChange): string | null {
  const touched = [roleBefore, ...(roleAfter ? [roleAfter] : [])];
  const beyond = touched.find((role) => actorRole && !rolesGrantableBy(actorRole).includes(role));
  if (beyond === 'owner') return 'Only an owner can make, change or remove an owner.';
  if (beyond) return `Your role does not let you give or take the role ${roleNames[beyond]}.`;
  if (roleBefore === 'owner' && roleAfter !== 'owner' && ownerCount <= 1) {
    return 'A workspace needs an owner. Make someone else an owner first.';
  }
  return null;
}
