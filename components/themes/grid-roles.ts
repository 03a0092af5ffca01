/** Spelt out for a table whose rows take the focus, and because Safari drops a table's own where rows are shown as cards. */
export const GRID = {
  treegrid: { role: 'treegrid' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  gridcell: { role: 'gridcell' },
};
