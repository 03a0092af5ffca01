import { z } from 'zod';
import { heldSchema } from '@/lib/themes/held-schema';

const steeringSchema = z.object({
  definition: z.string(),
  includeTerms: z.array(z.string()),
  excludeTerms: z.array(z.string()),
  examples: z.array(z.string()),
});

/** What people say a theme is: what it means, words that put a comment in it or keep it out, and examples. */
export type Steering = z.infer<typeof steeringSchema>;

const decisionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('rename'), payload: z.object({ from: z.string(), to: z.string() }) }),
  z.object({
    action: z.literal('move'),
    payload: z.object({ from: z.uuid().nullable(), to: z.uuid().nullable() }),
  }),
  z.object({ action: z.literal('merge'), payload: z.object({ intoId: z.uuid() }) }),
  z.object({ action: z.literal('lock'), payload: z.object({}) }),
  z.object({ action: z.literal('exclude'), payload: z.object({}) }),
  /** It is locked, or set aside, no more. */
  z.object({ action: z.literal('unmark'), payload: z.object({ mark: z.enum(['lock', 'exclude']) }) }),
  z.object({ action: z.literal('steer'), payload: z.object({ from: steeringSchema, to: steeringSchema }) }),
  /** The theme was made by a person: of their own, split off another, or by accepting a proposal. */
  z.object({
    action: z.literal('create'),
    payload: z.object({ splitFromId: z.uuid().optional(), proposalId: z.uuid().optional() }),
  }),
  /** The theme takes in the words that a later discovery found for it. */
  z.object({ action: z.literal('relearn'), payload: z.object({ proposalId: z.uuid() }) }),
  /** A proposal about it was accepted that changes nothing but itself being open. */
  z.object({ action: z.literal('note'), payload: z.object({ proposalId: z.uuid() }) }),
  /** A span does not speak of it: see lib/annotations/correct-themes. */
  z.object({
    action: z.literal('not_here'),
    payload: z.object({
      feedbackId: z.uuid(),
      spanId: z.uuid(),
      /** The assignment it took off; comes back with undo. */
      held: heldSchema.optional(),
    }),
  }),
]);

/** What a person can decide about a theme. */
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionAction = Decision['action'];

/** Those that make a theme's row what it is. */
export const decisionActions = [
  'rename',
  'move',
  'merge',
  'lock',
  'exclude',
  'unmark',
  'steer',
  'create',
  'relearn',
  'note',
] as const satisfies readonly DecisionAction[];

/** Those that people see in the history and can take back. */
export const listedActions = [...decisionActions, 'not_here'] as const;

/** @throws ZodError for an action that is not one of {@link listedActions}. */
export function parseDecision(row: { action: string; payload: unknown }): Decision {
  return decisionSchema.parse({ action: row.action, payload: row.payload });
}
