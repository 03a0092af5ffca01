import { z } from 'zod';
import {
  connectorFormSchema,
  connectorIdSchema,
  newConnectorFormSchema,
} from '@/lib/ingest/connectors/connector-schema';
import { findAddressFault } from '@/lib/outbound/send-request';

/** An address that we may not send to is named where it is entered, not by the first run. */
function checkServer({ baseUrl }: Record<string, unknown>, context: z.RefinementCtx): void {
  const url = z.url().safeParse(typeof baseUrl === 'string' ? baseUrl.trim() : undefined);
  const message = url.success && findAddressFault(url.data);
  if (message) context.addIssue({ code: 'custom', path: ['baseUrl'], message });
}

/** The form of a new connector as it comes from a browser. */
export const newConnectorForm = newConnectorFormSchema.superRefine(checkServer);
/** The form of a connector that is there. */
export const changedConnectorForm = connectorFormSchema
  .extend(connectorIdSchema.shape)
  .superRefine(checkServer);
