import { z } from 'zod';

/** On which side of a conversation somebody stands, as a person says. */
export const relabellingSchema = z.object({
  conversationId: z.uuid(),
  /** As the conversation tells them apart, "Customer 1" or "Staff 1"; null for words of nobody named. */
  speaker: z.union([z.literal('').transform(() => null), z.string().max(200)]).nullable(),
  side: z.enum(['customer', 'staff']),
});
export type Relabelling = z.output<typeof relabellingSchema>;
