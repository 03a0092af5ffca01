import { DefinitionList } from '@/components/ui/definition-list';
import { roleNames, roles } from '@/lib/auth/permissions';
import { describeRole } from './describe-role';

/** What each role may do, in words made from the permission table itself. */
export function RoleGuide() {
  return (
    <DefinitionList
      items={roles.map((role) => ({ term: roleNames[role], description: describeRole(role) }))}
    />
  );
}
