/** The id of a column's place on the mapping screen. */
export function columnAnchor(column: string): string {
  return `column-${encodeURIComponent(column)}`;
}
