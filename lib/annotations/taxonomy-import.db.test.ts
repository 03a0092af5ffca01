import { expect, it } from 'vitest';
import { findTaxonomyRows, importTaxonomy, previewTaxonomy } from '@/lib/annotations/import-taxonomy';
import { reassignThemes } from '@/lib/annotations/reassign-themes';
import { formatTaxonomy, parseTaxonomy } from '@/lib/annotations/taxonomy-csv';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { exportTaxonomy } from '@/lib/exports/export-taxonomy';
import { findDecisions } from '@/lib/themes/find-decisions';
import { markThemes } from '@/lib/themes/mark-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { steerTheme } from '@/lib/themes/steer-theme';
import { templateNames, templates } from '@/lib/themes/templates/template';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const FILE = `theme,parent,definition,examples,words
Single sign-on,Access,Signing in by directory,"The SSO page fails
Okta does not let me in",sso
Access,,Getting in,I cannot get in,
Login,Access,,,log in
`;
const names = async (scope: Scope) =>
  (await findTaxonomyRows(scope)).map(({ name, parent }) => `${parent}/${name}`);
const byName = async (scope: Scope, name: string) =>
  (await scope.run((db) => db.theme.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, name } })))
    .id;
const heldBy = (scope: Scope, name: string) =>
  scope.run((db) => db.themeAssignment.count({ where: { workspaceId: scope.workspaceId, theme: { name } } }));

it('makes and changes themes as one act, writes out what it read, and undoes it', async () => {
  const { scope } = await makeOwnedWorkspace();
  await makeTheme(scope, 'Login');
  const preview = await previewTaxonomy(scope, FILE);
  expect(preview.errors).toEqual([]);
  expect(preview.rows.map(({ themeId }) => themeId === null)).toEqual([true, true, false]);
  expect(await names(scope)).toEqual(['/Login']);

  const batch = await importTaxonomy(scope, FILE);
  expect(await names(scope)).toEqual(['/Access', 'Access/Login', 'Access/Single sign-on']);
  const { batches } = await findDecisions(scope, { page: 1, size: 1 });
  expect(batches[0]?.parts).toEqual({ made: 2, moved: 1, steered: 1 });
  const exported = await exportTaxonomy(scope);
  const again = await previewTaxonomy(scope, exported);
  expect(again.errors).toEqual([]);
  expect(again.rows.some(({ changes }) => changes)).toBe(false);
  expect(await importTaxonomy(scope, exported)).toBeNull();
  expect(formatTaxonomy(parseTaxonomy(exported).rows)).toBe(exported);

  const other = (await makeOwnedWorkspace()).scope;
  await importTaxonomy(other, exported);
  expect(await findTaxonomyRows(other)).toEqual(await findTaxonomyRows(scope));

  await undoDecisions(scope, batch ?? '');
  expect(await names(scope)).toEqual(['/Login']);
});

it('writes nothing of a file with a wrong line, or that would change a locked theme', async () => {
  const { scope } = await makeOwnedWorkspace();
  const login = await makeTheme(scope, 'Login');
  await expect(importTaxonomy(scope, 'theme,parent\nA,\nB,Nowhere\n')).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/^Line 3: .*Add a line for it/),
  });
  await markThemes(scope, { themeIds: [login], mark: 'lock', on: true });
  expect((await previewTaxonomy(scope, FILE)).errors).toMatchObject([
    { line: 5, problem: '“Login” is locked.' },
  ]);
  expect(await names(scope)).toEqual(['/Login']);
  // A line that says what holds already changes nothing.
  const unchanged = await exportTaxonomy(scope);
  expect((await previewTaxonomy(scope, unchanged)).errors).toEqual([]);
  await importTaxonomy(scope, `${unchanged}Payroll,,,,,\n`);
  expect(await names(scope)).toEqual(['/Login', '/Payroll']);
});

it('a locked theme holds what it held when another is edited, and takes new comments', async () => {
  const { scope } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  await importTaxonomy(scope, 'theme,words\nAccess,okta\nPrinting,toner\n');
  const access = await byName(scope, 'Access');
  await makeStatement(scope, { sourceId, spans: [{ text: 'Okta is down' }, { text: 'No toner' }] });
  await reassignThemes(scope);
  expect(await heldBy(scope, 'Access')).toBe(1);
  await markThemes(scope, { themeIds: [access], mark: 'lock', on: true });
  const said = { definition: '', excludeTerms: [], examples: ['Okta is down', 'Okta again'] };
  const printing = await byName(scope, 'Printing');
  await steerTheme(scope, { themeId: printing, ...said, includeTerms: ['toner', 'okta'] });
  await reassignThemes(scope);
  expect(await heldBy(scope, 'Access')).toBe(1);
  expect(await heldBy(scope, 'Printing')).toBe(2);
});

it('assigns comments by examples and words alone, without any discovery', async () => {
  const { scope } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  const spans = ['Okta does not accept me', 'sso!', 'What a lovely day'].map((text) => ({ text }));
  await makeStatement(scope, { sourceId, spans });
  await importTaxonomy(scope, FILE);
  await reassignThemes(scope);
  const assigned = await scope.run((db) =>
    db.themeAssignment.findMany({
      include: { theme: true, span: true },
      orderBy: { span: { start: 'asc' } },
    }),
  );
  expect(assigned.map(({ theme, span }) => [theme.name, span.start])).toEqual([
    ['Single sign-on', 0],
    ['Single sign-on', 24],
  ]);
});

it.each(templateNames)('the template %s can be imported into an empty workspace', async (name) => {
  const { scope } = await makeOwnedWorkspace();
  const file = formatTaxonomy(templates[name].themes.map((theme) => ({ ...theme, excludeTerms: [] })));
  expect((await previewTaxonomy(scope, file)).errors).toEqual([]);
  await importTaxonomy(scope, file);
  const rows = await findTaxonomyRows(scope);
  expect(rows).toHaveLength(templates[name].themes.length);
  expect(rows.every(({ definition, examples }) => definition !== '' && examples.length >= 2)).toBe(true);
});
