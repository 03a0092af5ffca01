import type { Dialect } from './file-format';

/** Rows before the data: Excel's `sep=` line, titles, the header and the rows under it that are no data. */
export function countLeadingRows({ hasSepLine, hasHeader, titleRows = 0, subHeaderRows }: Dialect): number {
  return Number(hasSepLine) + titleRows + (hasHeader ? 1 + subHeaderRows : 0);
}

const simplify = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Header and label of one column as one name: `Q1: How likely are you to recommend us?`; alike ones are not doubled. */
function joinLabel(name: string, label: string): string {
  if (label === '' || simplify(label) === simplify(name)) return name;
  return name === '' ? label : `${name}: ${label}`;
}

/**
 * A unique name for every column. `leading` are the rows before the data, `width` the cells of the first data row,
 * which names the columns `column 1`, `column 2` where there is no header. A blank name becomes its number too, a
 * repeated one gets a number: `Labels (2)`. In survey exports with a second header row both are joined, and a blank
 * name there belongs to the question on its left.
 */
export function nameColumns(leading: readonly string[][], dialect: Dialect, width: number): string[] {
  const rows = leading.slice(Number(dialect.hasSepLine) + (dialect.titleRows ?? 0));
  const header = dialect.hasHeader ? (rows[0] ?? []) : [];
  const labels = dialect.subHeaderRows > 0 ? (rows[1] ?? []) : [];
  const taken = new Set<string>();
  let question = '';
  return Array.from({ length: header.length || width }, (_, column) => {
    const own = (header[column] ?? '').replace(/[\s\ufeff]+/g, ' ').trim();
    const label = (labels[column] ?? '').replace(/\s+/g, ' ').trim();
    if (own !== '') question = own;
    const base = joinLabel(own === '' && label !== '' ? question : own, label) || `column ${column + 1}`;
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base} (${count})`;
    taken.add(name);
    return name;
  });
}
