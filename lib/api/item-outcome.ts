import { z } from 'zod';
import { type FieldError, InvalidRequest } from '@/lib/http/field-error';

/** What became of one item of a batch. */
export type ItemOutcome =
  | { index: number; kind: 'added' | 'changed' | 'unchanged' }
  | { index: number; kind: 'refused'; errors: FieldError[] };

export const refuse = (index: number, field: string, detail: string): ItemOutcome => ({
  index,
  kind: 'refused',
  errors: [{ index, field, detail }],
});

export const fieldErrorSchema = z
  .object({
    index: z.int().min(0).optional().describe('Of the item in the batch, from 0.'),
    field: z
      .string()
      .describe('The way to the field, such as account.externalId; empty for the item as a whole.'),
    detail: z.string().describe('What is wrong and how to mend it.'),
  })
  .meta({ id: 'FieldError' });

const count = z.int().min(0);

export const batchResultSchema = z
  .object({
    received: count.describe('Items in the request.'),
    added: count,
    changed: count,
    unchanged: count.describe(
      'Items that changed nothing: what they say of accounts and contacts is known, or the key of a statement, response or event was there already. What was sent first under a key stays as it is, also where the item now gives another day, channel or account.',
    ),
    refused: count.describe('Items that were not taken; errors says why.'),
    errors: z.array(fieldErrorSchema),
  })
  .meta({ id: 'BatchResult' });

/**
 * The answer to a batch: 200 when every item was taken, 207 when some were.
 * @throws InvalidRequest when none was: what the transaction has written by then is taken back.
 */
export function toBatchAnswer(outcomes: readonly ItemOutcome[]): {
  status: 200 | 207;
  body: z.infer<typeof batchResultSchema>;
} {
  const errors = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.errors : []));
  const countOf = (kind: ItemOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const refused = countOf('refused');
  if (refused > 0 && refused === outcomes.length) {
    throw new InvalidRequest(
      refused === 1
        ? 'The item does not fit. Nothing was saved.'
        : `None of the ${refused} items fits. Nothing was saved.`,
      errors,
    );
  }
  return {
    status: refused > 0 ? 207 : 200,
    body: {
      received: outcomes.length,
      added: countOf('added'),
      changed: countOf('changed'),
      unchanged: countOf('unchanged'),
      refused,
      errors,
    },
  };
}
