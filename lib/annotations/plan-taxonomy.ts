import type { TaxonomyError, TaxonomyRow } from '@/lib/annotations/taxonomy-csv';
import { themeNameSchema } from '@/lib/themes/schema';
import { steeringSchema } from '@/lib/themes/steering-schema';

/** A theme there is already. */
export interface KnownTheme {
  id: string;
  name: string;
  parentName: string | null;
  isLocked: boolean;
  /** Whether a line says of it what holds already. */
  isSaid: (row: TaxonomyRow) => boolean;
}

/** A row with what it would do. */
export interface PlannedRow extends TaxonomyRow {
  /** The theme of that name there is; null for a new one. */
  themeId: string | null;
  /** Whether it says something that does not hold already: always so of a new theme. */
  changes: boolean;
}

const MOST_ROWS = 2000;
const folded = (name: string) => name.toLocaleLowerCase('en');

/**
 * What a file would do to the taxonomy, and each line that keeps it from being done. Parents may stand in the file, before
 * or after, or be themes there are.
 */
export function planTaxonomy(
  rows: readonly TaxonomyRow[],
  known: readonly KnownTheme[],
): { planned: PlannedRow[]; errors: TaxonomyError[] } {
  const errors: TaxonomyError[] = [];
  const fail = (line: number, problem: string, mend: string) => errors.push({ line, problem, mend });
  if (rows.length > MOST_ROWS) {
    fail(
      1,
      `The file has ${rows.length} themes; at most ${MOST_ROWS} can be imported at once.`,
      'Split the file.',
    );
  }
  const knownByName = new Map(known.map((theme) => [folded(theme.name), theme]));
  const lineOf = new Map<string, number>();
  const parentOf = new Map(
    known.map(({ name, parentName }) => [folded(name), parentName ? folded(parentName) : '']),
  );
  for (const { name, parent, line } of rows) {
    const earlier = lineOf.get(folded(name));
    if (earlier !== undefined && name !== '') {
      fail(line, `“${name}” stands on line ${earlier} already.`, 'Keep one of the two lines.');
    } else lineOf.set(folded(name), line);
    parentOf.set(folded(name), folded(parent));
  }
  const planned = rows.map((row) => {
    const theme = knownByName.get(folded(row.name));
    checkFields(row, fail);
    const changes = !theme?.isSaid(row);
    if (theme?.isLocked && changes) {
      fail(
        row.line,
        `“${theme.name}” is locked.`,
        'Unlock it on the Themes screen, or leave the line out or as it was.',
      );
    }
    checkParent(row, parentOf, fail);
    return { ...row, themeId: theme?.id ?? null, changes };
  });
  return { planned, errors: errors.sort((a, b) => a.line - b.line) };
}

type Fail = (line: number, problem: string, mend: string) => void;

function checkFields(
  { line, name, definition, includeTerms, excludeTerms, examples }: TaxonomyRow,
  fail: Fail,
) {
  const named = themeNameSchema.safeParse(name);
  if (!named.success) {
    fail(
      line,
      named.error.issues[0]?.message ?? 'The name does not fit.',
      'Write a short name in the column “theme”.',
    );
  }
  const steering = steeringSchema.safeParse({
    definition,
    includeTerms: includeTerms.join('\n'),
    excludeTerms: excludeTerms.join('\n'),
    examples: examples.join('\n'),
  });
  for (const issue of steering.error?.issues ?? []) {
    fail(line, `${String(issue.path[0])}: ${issue.message}`, 'Shorten the cell.');
  }
}

function checkParent({ line, name, parent }: TaxonomyRow, parentOf: ReadonlyMap<string, string>, fail: Fail) {
  if (parent === '') return;
  const above = parentOf.get(folded(parent));
  if (folded(parent) === folded(name)) {
    fail(line, `“${name}” is its own parent.`, 'Leave the parent empty for a theme at the top.');
  } else if (above === undefined) {
    fail(line, `There is no theme “${parent}”.`, 'Add a line for it, or correct its name.');
  } else if (above !== '') {
    fail(
      line,
      `“${parent}” stands under another theme itself.`,
      'Themes are two deep: name the one at the top.',
    );
  }
}
