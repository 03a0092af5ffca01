/** Where a row stands in its file. */
export interface RowPlace {
  /** Its number among the data rows, from 0. */
  index: number;
  /** The line it begins at, from 1; rows of a file without line breaks share one. */
  line: number;
}

/** What became of one row of a file. */
export type RowOutcome = RowPlace &
  (
    | { kind: 'added' | 'changed' }
    /** `externalId` is the key under which what it says is here already. */
    | { kind: 'unchanged'; externalId: string }
    | { kind: 'failed'; reason: string; column: string | null }
  );
