import type { Scope } from '@/lib/db/scope';
import { withClient } from '../../scripts/database/prepare.mjs';
import type { LabelledSet } from './sets';

/** Seconds by the clock until an edit is saved, and until all that the screen of themes reads is there. */
export type EditTimes = { what: string; saved: number; seen: number };

/** Rows written at once. */
const PAGE = 5000;
const YEAR = { from: '2026-01-01', to: '2026-12-31', before: null };
const THEMES = 40;
const SUBTHEMES = 4;
/** Themes without sub-themes, which may be merged and moved as they are. */
const PLAIN = 10;

/**
 * Every kind of edit on so many comments of one statement each, spread by number over 30 themes of 4 sub-themes and 10 without; a quarter
 * of them have two. Nothing is read or found: what is measured is the edit and the screen. The environment names the database by now.
 */
export async function measureEditedScreen(
  sets: readonly LabelledSet[],
  count: number,
  ownerUrl: string,
): Promise<EditTimes[]> {
  const { mergeThemes } = await import('@/lib/themes/merge-themes');
  const { moveThemes } = await import('@/lib/themes/move-themes');
  const { renameTheme } = await import('@/lib/themes/rename-theme');
  const { splitTheme, steerTheme } = await import('@/lib/themes/steer-theme');
  const { makeMember, makeOwnedWorkspace } = await import('@/lib/workspaces/testing/make-members');
  const { warmQueue } = await import('@/lib/jobs/queue');

  const { scope } = await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead');
  const { plain, leaves } = await storeThemes(scope);
  await storeComments(scope, sets, count, leaves, ownerUrl);
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = plain;
  const rule = (themeId: string, term: string) => () =>
    steerTheme(scope, { themeId, definition: '', includeTerms: [term], excludeTerms: [], examples: [] });
  const edits: [what: string, act: () => Promise<unknown>][] = [
    ['nothing', async () => undefined],
    ['a merge', () => mergeThemes(scope, { themeIds: [b], intoId: a })],
    ['a move', () => moveThemes(scope, { themeIds: [c], parentId: d })],
    ['a rename', () => renameTheme(scope, { themeId: e, name: 'Renamed' })],
    ['a rule, “atm”', rule(f, 'atm')],
    ['a rule, “card*”', rule(g, 'card*')],
    [
      'a split, “top up” and “exchange”',
      () => splitTheme(scope, { themeId: h, name: 'Part', includeTerms: ['top up', 'exchange'] }),
    ],
  ];
  const read = await openScreen();
  // Once before, for all that is opened at first use, as the web server opens it before anybody asks.
  await warmQueue();
  await read(scope);
  const times: EditTimes[] = [];
  for (const [what, act] of edits) {
    const began = performance.now();
    await act();
    const saved = (performance.now() - began) / 1000;
    await read(scope);
    times.push({ what, saved, seen: (performance.now() - began) / 1000 });
  }
  return times;
}

/** All that the page of themes reads, as it reads it. */
async function openScreen(): Promise<(scope: Scope) => Promise<void>> {
  const { findRecordedDays } = await import('@/lib/annotations/find-recorded-days');
  const { findSetAsideThemes } = await import('@/lib/annotations/find-set-aside-themes');
  const { findThemeCoverage } = await import('@/lib/annotations/find-theme-coverage');
  const { findThemeDiscovery } = await import('@/lib/annotations/find-theme-discovery');
  const { findThemesOverview } = await import('@/lib/annotations/find-theme-figures');
  const { findNewestImpact } = await import('@/lib/impact/queries');
  const { countOpenProposals } = await import('@/lib/themes/find-proposals');
  const { findReassignment } = await import('@/lib/themes/find-reassignment');
  const { findThemeNames } = await import('@/lib/themes/find-theme');
  return async (scope) => {
    const first = [findThemeDiscovery, findRecordedDays, findThemeNames, countOpenProposals];
    await Promise.all([...first, findReassignment, findSetAsideThemes].map((find) => find(scope)));
    await Promise.all([
      findThemesOverview(scope, YEAR),
      findThemeCoverage(scope, YEAR),
      findNewestImpact(scope),
    ]);
  };
}

async function storeThemes(scope: Scope): Promise<{ plain: string[]; leaves: string[] }> {
  const { newId } = await import('@/lib/core/ids');
  const { workspaceId } = scope;
  const rows = Array.from({ length: THEMES }, (_, place) => {
    const id = newId();
    const parts = Array.from({ length: place < PLAIN ? 0 : SUBTHEMES }, (_, part) => ({
      ...{ workspaceId, id: newId(), name: `Theme ${place}, part ${part}`, keywords: [], parentId: id },
    }));
    return { theme: { workspaceId, id, name: `Theme ${place}`, keywords: [] }, parts };
  });
  await scope.run(async (db) => {
    await db.theme.createMany({ data: rows.map(({ theme }) => theme) });
    await db.theme.createMany({ data: rows.flatMap(({ parts }) => parts) });
  });
  const plain = rows.slice(0, PLAIN).map(({ theme }) => theme.id);
  return { plain, leaves: [...plain, ...rows.flatMap(({ parts }) => parts.map(({ id }) => id))] };
}

async function storeComments(
  scope: Scope,
  sets: readonly LabelledSet[],
  count: number,
  leaves: readonly string[],
  ownerUrl: string,
): Promise<void> {
  const { newId, sha256 } = await import('@/lib/core/ids');
  const { makeSource } = await import('@/lib/db/testing/make-workspace');
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const pool = [...new Set(sets.flatMap(({ texts }) => texts.map(({ text }) => text)))];
  await withClient(ownerUrl, async (client) => {
    // Nothing is checked that was made here.
    await client.query("SET session_replication_role = 'replica'");
    for (let from = 0; from < count; from += PAGE) {
      const rows = Array.from({ length: Math.min(PAGE, count - from) }, (_, at) => {
        const n = from + at;
        const text = `${pool[n % pool.length]} case${Math.floor(n / pool.length)}`;
        return {
          ...{
            id: newId(),
            span: newId(),
            a: newId(),
            b: newId(),
            text,
            hash: sha256(text),
            length: text.length,
          },
          ...{ external: String(n), day: n % 300, label: ['negative', 'neutral', 'positive'][n % 3] },
          ...{ kind: n % 3 === 0 ? 'problem' : 'statement', theme: leaves[(n * 7919) % leaves.length] },
          second: n % 4 === 0 ? leaves[(n * 104_729 + 3) % leaves.length] : null,
        };
      });
      const given = `jsonb_to_recordset($1::jsonb) AS r(id uuid, span uuid, a uuid, b uuid, text text, hash text, length int,
        external text, day int, label text, kind text, theme uuid, second uuid)`;
      const write = (sql: string, more: string[] = []) =>
        client.query(sql, [JSON.stringify(rows), workspaceId, ...more]);
      await write(
        `INSERT INTO feedback (workspace_id, id, source_id, external_id, channel, text, text_hash, occurred_at, annotated_at,
           themed_at, language, sentiment_label, sentiment_score, sentiment_confidence, kind)
         SELECT $2::uuid, id, $3::uuid, external, 'survey', text, hash, '2026-01-01'::timestamptz + day * interval '1 day',
           now(), now(), 'en', label::sentiment_label, 0, 0.8, kind::statement_kind FROM ${given}`,
        [sourceId],
      );
      await write(
        `INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, kind)
         SELECT $2::uuid, span, id, 0, length, label::sentiment_label, kind::statement_kind FROM ${given}`,
      );
      await write(
        `INSERT INTO theme_assignments (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker)
         SELECT $2::uuid, m.id, m.theme_id, r.id, r.span, 0.8, 'engine'::maker
         FROM ${given}, LATERAL (VALUES (r.a, r.theme), (r.b, r.second)) AS m(id, theme_id)
         WHERE m.theme_id IS NOT NULL AND (m.id = r.a OR m.theme_id <> r.theme)`,
      );
    }
    await client.query('VACUUM ANALYZE');
  });
}
