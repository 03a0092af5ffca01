import { type KnownTheme, type PlannedRow, planTaxonomy } from '@/lib/annotations/plan-taxonomy';
import { parseTaxonomy, type TaxonomyError, type TaxonomyRow } from '@/lib/annotations/taxonomy-csv';
import { invalid } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { findShownParent, isLive } from '@/lib/themes/check-taxonomy';
import { findThemeStates, type NewDecision, recordDecisions } from '@/lib/themes/record-decisions';
import { redactExamples } from '@/lib/themes/redact-examples';
import type { ThemeState } from '@/lib/themes/replay';

/** What a file would do, for a person to look at before it is done. */
export interface TaxonomyPreview {
  rows: PlannedRow[];
  errors: TaxonomyError[];
}

/** Reads a taxonomy file and holds it against the themes there are. Nothing is written. */
export async function previewTaxonomy(scope: Scope, text: string): Promise<TaxonomyPreview> {
  const { rows, errors } = parseTaxonomy(text);
  const plan = planTaxonomy(rows, toKnown(await findThemeStates(scope)));
  return {
    rows: plan.planned,
    errors: [...errors, ...plan.errors].sort((a, b) => a.line - b.line),
  };
}

/**
 * Makes the themes of a file, and changes those there are of the same names, as one act that can be undone. All of it or
 * nothing.
 * @throws ExpectedError 'invalid' when a line is wrong.
 */
export async function importTaxonomy(scope: Scope, text: string): Promise<string | null> {
  return recordDecisions(scope, 'theme.imported', async (themes, inner) => {
    const { rows, errors } = parseTaxonomy(text);
    const plan = planTaxonomy(rows, toKnown([...themes.values()]));
    const [first] = [...errors, ...plan.errors];
    if (first) throw invalid(`Line ${first.line}: ${first.problem} ${first.mend}`);
    const redacted = await redactExamples(
      inner,
      plan.planned.flatMap(({ examples }) => examples),
    );
    const planned = plan.planned.map((row) => ({
      ...row,
      examples: redacted.splice(0, row.examples.length),
    }));
    return writeRows(inner, themes, planned);
  });
}

async function writeRows(
  scope: Scope,
  themes: ReadonlyMap<string, ThemeState>,
  planned: readonly PlannedRow[],
): Promise<NewDecision[]> {
  const { workspaceId } = scope;
  const idOf = new Map(
    [...themes.values()].filter(isLive).map(({ id, name }) => [name.toLocaleLowerCase('en'), id]),
  );
  for (const { name } of planned) {
    const key = name.toLocaleLowerCase('en');
    if (!idOf.has(key)) idOf.set(key, newId());
  }
  const idFor = (name: string) => idOf.get(name.toLocaleLowerCase('en')) ?? '';
  const placed = planned.map((row) => ({
    row,
    id: idFor(row.name),
    parentId: row.parent === '' ? null : idFor(row.parent),
  }));
  // Those at the top first: a theme is written after the one that it stands under.
  const made = placed
    .filter(({ row }) => !row.themeId)
    .sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null));
  await scope.run(async (db) => {
    await db.theme.createMany({
      data: made.map(({ row, id, parentId }) => ({
        workspaceId,
        id,
        parentId,
        name: row.name,
        keywords: [],
        ...steeringOf(row),
      })),
    });
  });
  return [
    ...made.map(({ id }): NewDecision => ({ themeId: id, action: 'create', payload: {} })),
    ...placed.flatMap(({ row, id, parentId }) => changesOf(themes.get(id), row, parentId)),
  ];
}

/** What a line changes about a theme there is; an empty cell changes nothing. */
function changesOf(theme: ThemeState | undefined, row: TaxonomyRow, parentId: string | null): NewDecision[] {
  if (!theme) return [];
  const from = steeringOf(theme);
  const said = steeringOf(row);
  const to = {
    definition: said.definition || from.definition,
    includeTerms: said.includeTerms.length > 0 ? said.includeTerms : from.includeTerms,
    excludeTerms: said.excludeTerms.length > 0 ? said.excludeTerms : from.excludeTerms,
    examples: said.examples.length > 0 ? said.examples : from.examples,
  };
  const decisions: NewDecision[] = [];
  if (parentId !== null && theme.parentId !== parentId) {
    decisions.push({ themeId: theme.id, action: 'move', payload: { from: theme.parentId, to: parentId } });
  }
  if (JSON.stringify(from) !== JSON.stringify(to)) {
    decisions.push({ themeId: theme.id, action: 'steer', payload: { from, to } });
  }
  return decisions;
}

function steeringOf({
  definition,
  includeTerms,
  excludeTerms,
  examples,
}: Omit<TaxonomyRow, 'line' | 'name' | 'parent'>) {
  return { definition, includeTerms, excludeTerms, examples };
}

function toKnown(themes: readonly ThemeState[]): KnownTheme[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const byName = new Map(themes.filter(isLive).map((theme) => [theme.name.toLocaleLowerCase('en'), theme]));
  return themes.filter(isLive).map((theme) => ({
    id: theme.id,
    name: theme.name,
    parentName: findShownParent(theme, byId)?.name ?? null,
    isLocked: theme.lockedAt !== null,
    isSaid: (row) => {
      const parent = byName.get(row.parent.toLocaleLowerCase('en'));
      return changesOf(theme, row, parent?.id ?? null).length === 0;
    },
  }));
}

/** The themes in use as a file has them, those at the top each with its sub-themes behind. */
export async function findTaxonomyRows(scope: Scope): Promise<Omit<TaxonomyRow, 'line'>[]> {
  const themes = await findThemeStates(scope);
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const rows = themes
    .filter(isLive)
    .map((theme) => ({ theme, parent: findShownParent(theme, byId)?.name ?? '' }));
  const sortKey = ({ theme, parent }: (typeof rows)[number]) =>
    parent ? `${parent}\n${theme.name}` : theme.name;
  return rows
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ theme, parent }) => ({ name: theme.name, parent, ...steeringOf(theme) }));
}
