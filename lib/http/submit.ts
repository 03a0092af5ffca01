import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { ActionState } from '@/lib/http/action-state';
import { InvalidForm } from '@/lib/http/invalid-form';
import { publicMessage } from '@/lib/http/public-message';

/** What an action says or hands to its form; it may redirect instead. */
export type ActionResult<Data> = { message?: string; data?: Data } | undefined;

/**
 * Handles one submission of a form: `enter` decides who is there (and throws for those who may not), the input is
 * parsed, `run` does the work. A wrong input comes back by field with nothing changed.
 */
export async function submit<Input extends z.ZodType, Context, Data>(
  form: FormData,
  input: Input,
  enter: () => Promise<Context>,
  run: (context: Context, input: z.infer<Input>) => Promise<ActionResult<Data>>,
): Promise<ActionState<Data>> {
  try {
    const context = await enter();
    const parsed = input.safeParse(formValues(form));
    if (!parsed.success) throw new InvalidForm(parsed.error);
    return { status: 'done', ...(await run(context, parsed.data)) };
  } catch (error) {
    unstable_rethrow(error);
    return {
      status: 'failed',
      message: publicMessage(error),
      ...(error instanceof InvalidForm ? { fields: error.fields } : {}),
    };
  }
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
