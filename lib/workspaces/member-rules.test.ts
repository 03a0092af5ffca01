import { describe, expect, it } from 'vitest';
import { roles } from '@/lib/auth/permissions';
import { findRefusal } from '@/lib/workspaces/member-rules';

describe('findRefusal', () => {
  it('keeps the last owner, whoever asks', () => {
    for (const actorRole of ['owner', null] as const) {
      for (const roleAfter of ['viewer', null] as const) {
        const change = { actorRole, roleBefore: 'owner', roleAfter } as const;
        expect(findRefusal({ ...change, ownerCount: 1 })).toContain('needs an owner');
        expect(findRefusal({ ...change, ownerCount: 2 })).toBeNull();
      }
    }
  });

  it('lets an administrator change everybody but owners, and make everything but owners', () => {
    for (const role of roles.filter((role) => role !== 'owner')) {
      expect(
        findRefusal({ actorRole: 'admin', roleBefore: role, roleAfter: 'viewer', ownerCount: 1 }),
      ).toBeNull();
      expect(
        findRefusal({ actorRole: 'admin', roleBefore: role, roleAfter: 'owner', ownerCount: 1 }),
      ).toContain('Only an owner');
    }
    expect(
      findRefusal({ actorRole: 'admin', roleBefore: 'owner', roleAfter: null, ownerCount: 2 }),
    ).toContain('Only an owner');
  });

  it('refuses everybody who does not manage members', () => {
    for (const actorRole of ['cx_lead', 'product_manager', 'success_manager', 'viewer'] as const) {
      expect(findRefusal({ actorRole, roleBefore: 'viewer', roleAfter: null, ownerCount: 1 })).not.toBeNull();
    }
  });
});
