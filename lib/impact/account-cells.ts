/** Account-months added up by account and cell: what is weighed by account is added up once, not in every replicate. */
export interface AccountCells {
  account: Int32Array;
  cell: Int32Array;
  months: Int32Array;
  churned: Int32Array;
}

/**
 * Adds up account-months. They must come account by account, as the panel's rows do.
 * @param cellOf the cell of a month by its place in `rows`; months of cell -1 are left out
 */
export function addUpByAccount(
  rows: Int32Array,
  { accountOfRow, churnedOfRow }: { accountOfRow: Int32Array; churnedOfRow: Uint8Array },
  cellOf: (place: number, row: number) => number,
): AccountCells {
  const account = new Int32Array(rows.length);
  const cell = new Int32Array(rows.length);
  const months = new Int32Array(rows.length);
  const churned = new Int32Array(rows.length);
  let entries = 0;
  let firstOfAccount = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const ownCell = cellOf(place, row);
    if (ownCell === -1) continue;
    const owner = accountOfRow[row] ?? 0;
    if (entries > 0 && account[entries - 1] !== owner) firstOfAccount = entries;
    let entry = firstOfAccount;
    while (entry < entries && cell[entry] !== ownCell) entry++;
    if (entry === entries) {
      account[entry] = owner;
      cell[entry] = ownCell;
      entries++;
    }
    months[entry] = (months[entry] ?? 0) + 1;
    churned[entry] = (churned[entry] ?? 0) + (churnedOfRow[row] ?? 0);
  }
  return {
    account: account.slice(0, entries),
    cell: cell.slice(0, entries),
    months: months.slice(0, entries),
    churned: churned.slice(0, entries),
  };
}
