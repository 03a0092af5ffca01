import { describe, expect, it } from 'vitest';
import {
  can,
  holdersOf,
  type Permission,
  permissionsOf,
  requirePermission,
  roles,
  rolesGrantableBy,
} from '@/lib/auth/permissions';
import { Scope } from '@/lib/db/scope';

describe('the permission table', () => {
  it('gives an unknown role or permission nothing', () => {
    expect(can('root', 'workspace.read')).toBe(false);
    expect(can('owner', 'everything' as Permission)).toBe(false);
    expect(can('owner', 'toString' as Permission)).toBe(false);
  });

  it('lets an owner do all there is and a viewer only read', () => {
    expect(permissionsOf('viewer')).toEqual(['workspace.read', 'account.own']);
    for (const role of roles) {
      expect(permissionsOf('owner')).toEqual(expect.arrayContaining(permissionsOf(role)));
    }
  });

  it('names the holders of a permission', () => {
    expect(holdersOf('members.manage')).toBe('Owner or Administrator');
  });

  it('lets only owners grant the role of owner', () => {
    expect(rolesGrantableBy('owner')).toEqual(roles);
    expect(rolesGrantableBy('admin')).toEqual(roles.filter((role) => role !== 'owner'));
    expect(rolesGrantableBy('viewer')).toEqual([]);
    expect(rolesGrantableBy('root')).toEqual([]);
  });

  it('refuses with the reason', () => {
    const scope = Scope.issue('w', { kind: 'member', memberId: 'm', userId: 'u', role: 'viewer' });
    expect(() => requirePermission(scope, 'audit.read')).toThrow('It takes: Owner or Administrator.');
    expect(() => requirePermission(scope, 'workspace.read')).not.toThrow();
  });
});
