import { FormMessage } from '@/components/ui/form-message';
import { can, holdersOf, type Permission } from '@/lib/auth/permissions';

/** Says why the form below cannot be changed; nothing for those who may. */
export function ReadOnlyNote({ role, permission }: { role: string; permission: Permission }) {
  if (can(role, permission)) return null;
  return (
    <FormMessage tone="neutral">
      You can see this and not change it. Changing takes the role {holdersOf(permission)}.
    </FormMessage>
  );
}
