'use client';

import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import { type KnownComponents, type PriorityWeights, rankPriorities } from '@/lib/impact/priority';
import type { UnrankedIssue } from '@/lib/issues/find-unranked-issues';
import { isListed } from '@/lib/issues/list-query';
import type { SavedView } from '@/lib/issues/saved-views';
import { formatWeights } from '@/lib/issues/weights';
import type { TrackerName } from '@/lib/settings/schema';
import { BulkBar } from './bulk-bar';
import type { IssueRow } from './issue-row';
import { IssueTable } from './issue-table';
import { addressOf, type ListView } from './list-state';
import { ListTools } from './list-tools';
import { UnrankedTable } from './unranked-table';
import { WeightControls } from './weight-controls';

const PAGE_SIZE = 50;
const ADDRESS_SETTLES_MS = 200;

export type IssueExplorerProps = {
  rows: IssueRow[];
  unranked: UnrankedIssue[];
  known: KnownComponents;
  currency: string;
  asOf: string;
  /** ISO day. */
  today: string;
  initial: ListView;
  saved: PriorityWeights;
  members: { id: string; name: string }[];
  /** Who looks. */
  memberId: string;
  views: SavedView[];
  plans: string[];
  /** Fields of the workspace's own, each with a value. */
  fields: { value: string; name: string }[];
  segments: string[];
  /** Where statements came from. */
  sources: { id: string; name: string }[];
  listHref: string;
  actions: { saveView: FormAction; removeView: FormAction };
  /** What only those who may edit get: to save weights, and to change several issues at once. */
  editing: { saveWeights: FormAction; changeIssues: FormAction; openTrackers: TrackerName[] } | null;
  /** Null for those who may not export. */
  exportHref: string | null;
};

/** The ranked list with its weights: moving one ranks the list again in the browser, and the address keeps up. */
export function IssueExplorer(props: IssueExplorerProps) {
  const { rows, unranked, known, currency, saved, members, memberId, editing } = props;
  const [initial] = useState(props.initial);
  const [view, setView] = useState(initial);
  const { weights, page, status, owner, filter } = view;
  // The list follows a slider at once; what only keeps or exports a view may come after it.
  const settledWeights = useDeferredValue(weights);
  const settled = useMemo(
    () => ({ weights: settledWeights, page, status, owner, filter }),
    [settledWeights, page, status, owner, filter],
  );
  const change = useCallback(
    (next: Partial<ListView>) => setView((now) => ({ ...now, page: 1, ...next })),
    [],
  );
  useEffect(() => {
    if (view === initial) return;
    // The router follows each change of the address with all of the page: not while a slider is on its way.
    const timer = window.setTimeout(
      () => window.history.replaceState(null, '', addressOf(view, saved)),
      ADDRESS_SETTLES_MS,
    );
    return () => window.clearTimeout(timer);
  }, [view, initial, saved]);
  const isSaved = formatWeights(weights) === formatWeights(saved);
  const ranked = useMemo(() => {
    const rowOf = new Map(rows.map((row) => [row.themeId, row]));
    return rankPriorities(rows, weights, known).flatMap((priority) => {
      const row = rowOf.get(priority.themeId);
      return row ? [{ ...row, ...priority, figures: row }] : [];
    });
  }, [rows, weights, known]);
  const shown = ranked.filter((row) => isListed(row, view, memberId));
  const shownUnranked = unranked.filter((row) => isListed(row, view, memberId));
  const pages = Math.max(1, Math.ceil((shown.length + shownUnranked.length) / PAGE_SIZE));
  const current = Math.min(page, pages);
  // One list of two parts: those without a place come after all that have one.
  const [first, end] = [(current - 1) * PAGE_SIZE, current * PAGE_SIZE];
  const rankedHere = shown.slice(first, end);
  const unrankedHere = shownUnranked.slice(
    Math.max(0, first - shown.length),
    Math.max(0, end - shown.length),
  );
  const ownerNames = useMemo(() => Object.fromEntries(members.map(({ id, name }) => [id, name])), [members]);
  const tables = (
    <>
      {(rankedHere.length > 0 || unrankedHere.length === 0) && (
        <IssueTable
          rows={rankedHere}
          weights={weights}
          isSaved={isSaved}
          currency={currency}
          caption={`${formatCount(shown.length, 'ranked issue')}, as of ${props.asOf}`}
          ownerNames={ownerNames}
          canTick={editing !== null}
        />
      )}
      {unrankedHere.length > 0 && (
        <div className="border-t border-line">
          <h2 className="px-4 pt-4 text-lg font-semibold">Not ranked</h2>
          <UnrankedTable
            rows={unrankedHere}
            issuesHref={props.listHref}
            ownerNames={ownerNames}
            canTick={editing !== null}
          />
        </div>
      )}
    </>
  );
  return (
    <>
      <Card className="!py-3">
        <WeightControls
          weights={weights}
          onChange={(next) => change({ weights: next, page })}
          saved={saved}
          known={known}
          save={editing?.saveWeights ?? null}
        />
      </Card>
      <div className="space-y-3">
        <ListTools list={props} view={settled} onChange={change} />
        <Card flush>
          {editing ? (
            <ActionForm action={editing.changeIssues} clears className="group" hidesMessage>
              {(state) => (
                <>
                  {tables}
                  <BulkBar members={members} today={props.today} state={state} open={editing.openTrackers} />
                </>
              )}
            </ActionForm>
          ) : (
            tables
          )}
        </Card>
        {pages > 1 && (
          <nav aria-label="Pages" className="flex items-center justify-between gap-3">
            <p className="text-sm text-ink-mute">
              Page {current} of {pages}
            </p>
            <div className="flex gap-2">
              <Button size="small" disabled={current === 1} onClick={() => change({ page: current - 1 })}>
                Previous
              </Button>
              <Button size="small" disabled={current === pages} onClick={() => change({ page: current + 1 })}>
                Next
              </Button>
            </div>
          </nav>
        )}
      </div>
    </>
  );
}
