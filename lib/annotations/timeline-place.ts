import { z } from 'zod';

/** What happened with an account or a person, by the kinds that a timeline can be narrowed to. */
export const timelineKinds = [
  'feedback',
  'score',
  'answer',
  'conversation',
  'usage',
  'purchase',
  'revenue',
  'milestone',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const placeSchema = z.object({
  direction: z.enum(['older', 'newer']),
  at: z.iso.datetime(),
  kind: z.enum([...timelineKinds, 'started', 'renewal', 'churned', 'moved']),
  id: z.uuid(),
});

/** A place in a timeline, newest first: the event itself is not included. */
export type TimelinePlace = z.infer<typeof placeSchema>;

/** A place as it stands in the address bar. */
export function formatPlace(
  direction: TimelinePlace['direction'],
  event: { at: Date; kind: string; id: string },
): string {
  return [direction, event.at.toISOString(), event.kind, event.id].join('_');
}

/** Reads {@link formatPlace} back; null for anything else. */
export function parsePlace(text: string | undefined): TimelinePlace | null {
  const [direction, at, kind, id] = text?.split('_') ?? [];
  const result = placeSchema.safeParse({ direction, at, kind, id });
  return result.success ? result.data : null;
}
