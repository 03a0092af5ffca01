import { z } from 'zod';

const id = z.uuid();

/**
 * Every job: its payload, and how its queue behaves. Payloads are ids, never text; the row holds the truth and a job
 * may run twice without harm. A worker that dies stops its heartbeat and the job goes to another.
 *
 * `exclusive` queues keep at most one waiting job for each workspace: many changes, one recomputation.
 */
export const jobs = {
  'ingest.import': { payload: z.object({ workspaceId: id, importId: id }), exclusive: false },
  'ingest.undo': { payload: z.object({ workspaceId: id, importId: id }), exclusive: false },
  'annotations.annotate': {
    payload: z.object({ workspaceId: id, feedbackIds: z.array(id).min(1).max(1000) }),
    exclusive: false,
  },
  'annotations.themes': { payload: z.object({ workspaceId: id }), exclusive: true },
  'issues.rank': { payload: z.object({ workspaceId: id }), exclusive: true },
} as const satisfies Record<string, { payload: z.ZodType; exclusive: boolean }>;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]['payload']>;
