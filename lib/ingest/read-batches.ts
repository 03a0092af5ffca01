import { setImmediate } from 'node:timers/promises';
import { compileAccountMapping, compileFeedbackMapping } from '@/lib/ingest/csv/apply-mapping';
import type { Mapping } from '@/lib/ingest/csv/mapping-schema';
import { makeRowIdentity } from '@/lib/ingest/csv/row-identity';
import type { Table } from '@/lib/ingest/files/read-table';
import { isFromOwnPeople } from '@/lib/ingest/own-domains';
import type { RowOutcome, RowPlace } from '@/lib/ingest/row-outcome';
import type { PlacedAccountRow } from '@/lib/ingest/write-account-rows';
import type { IdentifiedRow } from '@/lib/ingest/write-feedback-rows';

/** After so many rows, reading lets go: what is being written meanwhile goes on as soon as the database answers. */
const PIECE = 100;

/** Rows of a file that are written together. */
export interface Batch {
  /** The number of its first row among those of the file. */
  rowsBefore: number;
  /** Bytes of the upload that are read once it is. */
  processedBytes: number;
  /** Of rows that cannot be used: where and why. */
  faults: RowOutcome[];
  feedback: IdentifiedRow[];
  accounts: PlacedAccountRow[];
}

export interface BatchLimits {
  rows: number;
  /** Long comments are kept in fewer rows, so that memory stays the same whatever the rows are. */
  characters: number;
}

export const sizeOf = ({ faults, feedback, accounts }: Batch): number =>
  faults.length + feedback.length + accounts.length;

/**
 * Reads a table in batches of rows as the mapping has them, bad ones with their fault, from the row `firstRow` on. Those
 * before it are mapped as well, because equal rows are told apart by their number, but not given.
 */
export async function* readBatches(
  table: Table,
  { mapping, header, ownDomains }: RowReading,
  firstRow: number,
  limits: BatchLimits,
): AsyncGenerator<Batch> {
  const mapRow = compileRow({ mapping, header, ownDomains });
  let batch = emptyBatch(firstRow);
  let characters = 0;
  for await (const read of table) {
    const addTo = mapRow(read);
    if (read.index < firstRow) continue;
    addTo(batch);
    for (const cell of read.record) characters += cell.length;
    if (read.index % PIECE === 0) await setImmediate();
    if (sizeOf(batch) < limits.rows && characters < limits.characters) continue;
    yield { ...batch, processedBytes: table.bytes };
    batch = emptyBatch(batch.rowsBefore + sizeOf(batch));
    characters = 0;
  }
  if (sizeOf(batch) > 0) yield { ...batch, processedBytes: table.bytes };
}

const emptyBatch = (rowsBefore: number): Batch => ({
  rowsBefore,
  processedBytes: 0,
  faults: [],
  feedback: [],
  accounts: [],
});

/** What is to be known of a file to tell what a row of it says. */
interface RowReading {
  mapping: Mapping;
  header: readonly string[];
  /** Domains of the workspace's own people, who are no customers. */
  ownDomains: ReadonlySet<string>;
}

type ReadResult = RowPlace & { record: string[]; error?: string };

/** Makes the function that maps a row now and adds it to a batch later. */
function compileRow({
  mapping,
  header,
  ownDomains,
}: RowReading): (read: ReadResult) => (batch: Batch) => void {
  const fault = (place: RowPlace, reason: string, column: string | null) => (batch: Batch) => {
    batch.faults.push({ ...place, kind: 'failed', reason, column });
  };
  if (mapping.target === 'accounts') {
    const apply = compileAccountMapping(mapping, header);
    return ({ index, line, record, error }) => {
      const place = { index, line };
      if (error !== undefined) return fault(place, error, null);
      const mapped = apply(record);
      if ('error' in mapped) return fault(place, mapped.error, mapped.column);
      return (batch) => batch.accounts.push({ ...place, row: mapped.ok });
    };
  }
  const apply = compileFeedbackMapping(mapping, header);
  const identify = makeRowIdentity();
  const hasDates = mapping.columns.some(({ field }) => field === 'occurredAt');
  return ({ index, line, record, error }) => {
    const place = { index, line };
    if (error !== undefined) return fault(place, error, null);
    const mapped = apply(record);
    if ('error' in mapped) return fault(place, mapped.error, mapped.column);
    const row = mapped.ok;
    if (row.occurredAt === null) return fault(place, 'the row has no date', null);
    if (mapping.layout.kind === 'mail' && isFromOwnPeople(row.contactEmail, ownDomains))
      return fault(place, 'your own people wrote this, not a customer', 'from');
    // A date that stands for the whole file is not part of what a row says: the same file on another day is the same.
    const externalId = identify(hasDates ? row : { ...row, occurredAt: null });
    return (batch) => batch.feedback.push({ ...place, externalId, row });
  };
}
