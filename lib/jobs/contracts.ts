import { z } from 'zod';

const id = z.uuid();

export interface Contract {
  payload: z.ZodType;
  /** At most one waiting job for each workspace: many changes, one recomputation. */
  exclusive: boolean;
  /** Seconds without a sign of life after which the job is given to another worker; longer where one step is long. */
  leaseSeconds: number;
  /** The job that gets this one's payload when its last attempt has failed, whether by an error or by a dead worker. */
  givenUpTo?: string;
}

/**
 * Every job: its payload, and how its queue behaves. Payloads are ids, never text; the row holds the truth and a job
 * may run twice without harm.
 */
export const jobs = {
  // A queue that others give up to comes before them: it must be there when they are made.
  'ingest.given-up': {
    payload: z.object({ workspaceId: id, importId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'ingest.import': {
    payload: z.object({ workspaceId: id, importId: id }),
    exclusive: false,
    leaseSeconds: 20,
    givenUpTo: 'ingest.given-up',
  },
  'ingest.undo': {
    payload: z.object({ workspaceId: id, importId: id }),
    exclusive: false,
    leaseSeconds: 60,
    givenUpTo: 'ingest.given-up',
  },
  'ingest.forget-upload': {
    payload: z.object({ workspaceId: id, importId: id }),
    exclusive: false,
    leaseSeconds: 60,
  },
  'ingest.hook-given-up': {
    payload: z.object({ workspaceId: id, deliveryId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'ingest.hook': {
    payload: z.object({ workspaceId: id, deliveryId: id }),
    exclusive: false,
    leaseSeconds: 20,
    givenUpTo: 'ingest.hook-given-up',
  },
  'ingest.pull-given-up': {
    payload: z.object({ workspaceId: id, connectorId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'ingest.pull': {
    payload: z.object({ workspaceId: id, connectorId: id }),
    exclusive: false,
    leaseSeconds: 60,
    givenUpTo: 'ingest.pull-given-up',
  },
  'annotations.given-up': {
    payload: z.object({ workspaceId: id, feedbackIds: z.array(id).min(1).max(1000) }),
    exclusive: false,
    leaseSeconds: 60,
  },
  'annotations.annotate': {
    payload: z.object({ workspaceId: id, feedbackIds: z.array(id).min(1).max(1000) }),
    exclusive: false,
    leaseSeconds: 20,
    givenUpTo: 'annotations.given-up',
  },
  'annotations.rereading-given-up': {
    payload: z.object({ workspaceId: id, rereadingId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'annotations.reread': {
    payload: z.object({ workspaceId: id, rereadingId: id }),
    exclusive: false,
    leaseSeconds: 30,
    givenUpTo: 'annotations.rereading-given-up',
  },
  // What an attempt ends in that failed or whose worker died again and again.
  'quality.adaptation-given-up': {
    payload: z.object({ workspaceId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'quality.adapt': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 60,
    givenUpTo: 'quality.adaptation-given-up',
  },
  'annotations.themes-given-up': {
    payload: z.object({ workspaceId: id }),
    exclusive: false,
    leaseSeconds: 20,
  },
  'annotations.themes': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 120,
    givenUpTo: 'annotations.themes-given-up',
  },
  'annotations.reassign': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 60,
  },
  'annotations.summarise': {
    payload: z.object({ workspaceId: id, themeId: id }),
    exclusive: false,
    leaseSeconds: 60,
  },
  'alerts.evaluate': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 120,
  },
  'issues.rank': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 120,
  },
  'health.train': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 120,
  },
  'outbound.deliver': {
    payload: z.object({ workspaceId: id, deliveryId: id }),
    exclusive: false,
    leaseSeconds: 60,
  },
  'exports.create-ticket': {
    payload: z.object({ workspaceId: id, ticketId: id }),
    exclusive: false,
    leaseSeconds: 60,
  },
  'exports.sync-tickets': {
    payload: z.object({ workspaceId: id }),
    exclusive: true,
    leaseSeconds: 60,
  },
} as const satisfies Record<string, Contract>;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]['payload']>;
export type JobInput<Name extends JobName> = Omit<z.input<(typeof jobs)[Name]['payload']>, 'workspaceId'>;
