import type { z } from 'zod';
import { conflict, ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { ConnectorKind, OpenedConnector } from '@/lib/ingest/connectors/connector';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import { connectorKindKeys } from '@/lib/ingest/connectors/connector-schema';
import type { Send } from '@/lib/outbound/send-request';
import { unsealText } from '@/lib/settings/sealed-text';

export const connectorSecretsPlace = (connectorId: string) => `connector.${connectorId}`;

/** What a connector is opened with. */
interface StoredConnector {
  id: string;
  kind: string;
  settings: unknown;
  secrets: Uint8Array;
}

/** @throws ExpectedError 'conflict' for a kind that this version does not have. */
export function kindOf(name: string): ConnectorKind {
  const known = connectorKindKeys.find((key) => key === name);
  if (!known) throw conflict('This kind of connector is not there any more.');
  return connectorKinds[known];
}

/** The connector as the workspace set it up. @throws ExpectedError where that fits its kind no more. */
export function openConnector(scope: Scope, stored: StoredConnector, send: Send): OpenedConnector {
  const kind = kindOf(stored.kind);
  const secrets: unknown = JSON.parse(unsealText(scope, connectorSecretsPlace(stored.id), stored.secrets));
  const config = kind.schema.safeParse({ ...asRecord(stored.settings), ...asRecord(secrets) });
  if (config.success) return kind.open(config.data, send);
  throw new ExpectedError(
    'conflict',
    `The set-up of this connector is not whole: ${wrongField(config.error)}.`,
  );
}

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const wrongField = (error: z.ZodError) => error.issues[0]?.path.join('.') ?? 'a field';
