import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import { findMembership, type Membership } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';

/** What a form knows about its last submission. */
export interface ActionState<Data = undefined> {
  status: 'idle' | 'done' | 'failed';
  message?: string;
  /** What is wrong with which field, by its name. */
  fields?: Record<string, string>;
  data?: Data;
}

export const idle: ActionState<never> = { status: 'idle' };

interface ActionDefinition<Input extends z.ZodType, Data> {
  permission: Permission;
  input: Input;
  /** Returns what the form should say or use; may redirect. */
  run: (context: Membership, input: z.infer<Input>) => Promise<{ message?: string; data?: Data } | undefined>;
}

/**
 * A write of our screens as data: who may, what it takes, what it does. The workspace is bound first
 * (`action.bind(null, slug)`), then it fits `useActionState`. A wrong input comes back by field with nothing changed.
 */
export function defineAction<Input extends z.ZodType, Data = undefined>(
  action: ActionDefinition<Input, Data>,
) {
  return async function run(
    workspaceSlug: string,
    _previous: ActionState<Data>,
    form: FormData,
  ): Promise<ActionState<Data>> {
    try {
      const context = await findMembership(workspaceSlug);
      if (!context)
        throw new ExpectedError(
          'signed_out',
          'Your session has ended. Sign in again in another tab, then repeat this.',
        );
      requirePermission(context.scope, action.permission);
      const input = action.input.safeParse(formValues(form));
      if (!input.success) return failedFields(input.error);
      return { status: 'done', ...(await action.run(context, input.data)) };
    } catch (error) {
      unstable_rethrow(error);
      return { status: 'failed', message: publicMessage(error) };
    }
  };
}

/** A form's values by name; a name that occurs several times becomes a list. */
function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const all = form.getAll(name);
    values[name] = all.length > 1 ? all : all[0];
  }
  return values;
}

function failedFields(error: z.ZodError): ActionState<never> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return { status: 'failed', message: 'Nothing was saved: some fields need another look.', fields };
}

/** The words for a person: an expected error's own, or an id that the log has. */
export function publicMessage(error: unknown): string {
  if (error instanceof ExpectedError) return error.message;
  const errorId = randomUUID().slice(0, 8);
  log().error({ errorId, error: error instanceof Error ? error.stack : String(error) }, 'action failed');
  return `Something went wrong on our side (${errorId}). Nothing was saved. The log has the details under this number.`;
}
