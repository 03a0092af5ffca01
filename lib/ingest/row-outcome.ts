/** What became of one row of a file. */
export type RowOutcome =
  | { line: number; kind: 'added' | 'changed' | 'unchanged' }
  | { line: number; kind: 'failed'; reason: string; column: string | null };
