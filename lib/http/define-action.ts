import type { z } from 'zod';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import { findMembership, type Membership } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/core/errors';
import type { ActionState } from '@/lib/http/action-state';
import { type ActionResult, submit } from '@/lib/http/submit';

interface ActionDefinition<Input extends z.ZodType, Data> {
  permission: Permission;
  input: Input;
  run: (context: Membership, input: z.infer<Input>) => Promise<ActionResult<Data>>;
}

/**
 * A write of our screens as data: who may, what it takes, what it does. The workspace is bound first
 * (`action.bind(null, slug)`), then it fits `useActionState`. See {@link submit} for what comes back.
 */
export function defineAction<Input extends z.ZodType, Data = undefined>(
  action: ActionDefinition<Input, Data>,
) {
  return async function run(
    workspaceSlug: string,
    _previous: ActionState<Data>,
    form: FormData,
  ): Promise<ActionState<Data>> {
    return submit(form, action.input, () => requireMember(workspaceSlug, action.permission), action.run);
  };
}

async function requireMember(workspaceSlug: string, permission: Permission): Promise<Membership> {
  const context = await findMembership(workspaceSlug);
  if (!context) {
    throw new ExpectedError(
      'signed_out',
      'Your session has ended. Sign in again in another tab, then repeat this.',
    );
  }
  requirePermission(context.scope, permission);
  return context;
}
