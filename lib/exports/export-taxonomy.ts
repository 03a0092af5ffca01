import { findTaxonomyRows } from '@/lib/annotations/import-taxonomy';
import { formatTaxonomy } from '@/lib/annotations/taxonomy-csv';
import type { Scope } from '@/lib/db/scope';
import { recordExport } from '@/lib/exports/record-export';

/** All themes in use as CSV, in the form that an import reads. */
export async function exportTaxonomy(scope: Scope): Promise<string> {
  const rows = await findTaxonomyRows(scope);
  await recordExport(scope, { kind: 'taxonomy', format: 'csv', filters: {}, rows: rows.length });
  return formatTaxonomy(rows);
}
