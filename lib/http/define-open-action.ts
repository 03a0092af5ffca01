import type { z } from 'zod';
import { findSessionUser, type SessionUser } from '@/lib/auth/session';
import type { ActionState } from '@/lib/http/action-state';
import { type ActionResult, submit } from '@/lib/http/submit';

interface OpenActionDefinition<Input extends z.ZodType, Data> {
  input: Input;
  /** Decides itself who may: there is no workspace yet, and perhaps no user. */
  run: (user: SessionUser | null, input: z.infer<Input>) => Promise<ActionResult<Data>>;
}

/** A write outside any workspace: the first run, an invitation, a new workspace. See {@link submit}. */
export function defineOpenAction<Input extends z.ZodType, Data = undefined>(
  action: OpenActionDefinition<Input, Data>,
) {
  return async function run(_previous: ActionState<Data>, form: FormData): Promise<ActionState<Data>> {
    return submit(form, action.input, findSessionUser, action.run);
  };
}
