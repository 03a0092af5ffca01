import { z } from 'zod';

/** Systems that can be asked for what is new; named in lib/ingest/connectors/connector-kinds. */
export const connectorKindKeys = [
  'zendesk',
  'intercom',
  'freshdesk',
  'app_store',
  'google_play',
  'trustpilot',
  'hubspot',
  'salesforce',
] as const;
export type ConnectorKindName = (typeof connectorKindKeys)[number];

/** Minutes between two runs. */
export const intervals = { 15: '15 minutes', 60: 'Hour', 360: '6 hours', 1440: 'Day' } as const;

export const runStateNames = {
  running: 'Running',
  succeeded: 'Done',
  interrupted: 'Goes on soon',
  waiting: 'Waiting',
  failed: 'Failed',
  cancelled: 'Stopped',
} as const;
export type RunState = keyof typeof runStateNames;

export const connectorIdSchema = z.object({ connectorId: z.uuid() });

/** What is asked of every connector; its kind asks the rest. */
export const connectorFormSchema = z
  .object({
    name: z.string().trim().max(100, 'At most 100 characters.').default(''),
    intervalMinutes: z.coerce
      .number()
      .refine((minutes) => Object.hasOwn(intervals, minutes), 'Choose how often it reads.'),
  })
  .loose();
export type ConnectorForm = z.output<typeof connectorFormSchema>;

export const newConnectorFormSchema = connectorFormSchema.extend({
  kind: z.enum(connectorKindKeys),
  since: z.iso.date({ error: 'Enter a day.' }).transform((day) => new Date(day)),
});

/** How a connector fares, in a word for people. */
export type ConnectorHealth = 'paused' | 'running' | 'needs_person' | 'waiting' | 'working' | 'new';
export const healthNames: Record<ConnectorHealth, string> = {
  paused: 'Paused',
  running: 'Running',
  needs_person: 'Needs you',
  waiting: 'Waiting',
  working: 'Working',
  new: 'Not run yet',
};
