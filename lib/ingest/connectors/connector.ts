import type { z } from 'zod';
import type { AccountInput } from '@/lib/accounts/schema';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import type { Send } from '@/lib/outbound/send-request';

/** A field of a connector's form. */
export interface ConnectorField {
  name: string;
  label: string;
  hint?: string;
  type: 'text' | 'url' | 'email' | 'secret' | 'secret_lines';
  /** What stands in it at first. */
  value?: string;
  isOptional?: boolean;
}

/** Where a stream goes on: plain JSON that its module alone reads. */
export type Cursor = Record<string, string | number | boolean | null>;

/** What one request brought. */
export interface Page {
  arrivals: Arrival[];
  /** Why things could not be read, in words without what they say. */
  refused: string[];
  cursor: Cursor;
  /** Nothing more for now. */
  isLast: boolean;
  /** Up to when all that is there has been read; null where the order does not tell. */
  reachedAt: Date | null;
}

export interface Stream {
  /** Names its cursor; never changed. */
  key: string;
  /** Reads the page at a cursor; null: from `since` on. The same cursor may be read twice. @throws ApiError */
  read: (cursor: Cursor | null, from: { since: Date; now: Date }) => Promise<Page>;
}

/** A system as a workspace set it up. */
export interface OpenedConnector {
  /** Asks whether address, key and target are right. @returns what it would read from, in words. @throws ApiError */
  test: () => Promise<string>;
  streams: Stream[];
}

/** A system that can be asked: declared by each in one module. */
export interface ConnectorKind<Schema extends z.ZodType = z.ZodType> {
  name: string;
  /** What it brings, and what the key needs to be allowed. */
  about: string;
  fields: readonly ConnectorField[];
  /** Of all fields, those that are secret among them. */
  schema: Schema;
  open: (config: z.output<Schema>, send: Send) => OpenedConnector;
}

/** Declares a system, its configuration typed by its schema. */
export function defineConnector<Schema extends z.ZodType>(kind: ConnectorKind<Schema>): ConnectorKind {
  return {
    ...kind,
    // What passed the schema is of its type.
    open: (config, send) => kind.open(config as z.output<Schema>, send),
  };
}

export const accountArrival = (account: AccountInput): Arrival => ({ kind: 'account', account });
