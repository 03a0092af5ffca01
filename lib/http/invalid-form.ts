import type { z } from 'zod';
import { ExpectedError } from '@/lib/core/errors';

/** What a form sends that its own schema cannot judge, with what is wrong with which field. */
export class InvalidForm extends ExpectedError {
  readonly fields: Record<string, string> = {};

  constructor(error: z.ZodError) {
    super('invalid', 'Nothing was saved: some fields need another look.');
    for (const issue of error.issues) this.fields[issue.path.join('.')] ??= issue.message;
  }
}
