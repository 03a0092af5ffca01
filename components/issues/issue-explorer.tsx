'use client';

import { useMemo, useState } from 'react';
import { ScoreLegend } from '@/components/charts/score-components';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { InfoTip } from '@/components/ui/info-tip';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import { type KnownComponents, type PriorityWeights, rankPriorities } from '@/lib/impact/priority';
import type { UnrankedIssue } from '@/lib/issues/find-unranked-issues';
import { isListed } from '@/lib/issues/list-query';
import type { SavedView } from '@/lib/issues/saved-views';
import { formatWeights } from '@/lib/issues/weights';
import type { TrackerName } from '@/lib/settings/schema';
import { BulkBar } from './bulk-bar';
import { CERTAINTY_EXPLANATION } from './certainty-words';
import { ExportMenu } from './export-menu';
import type { IssueRow } from './issue-row';
import { IssueTable } from './issue-table';
import { ListFilters } from './list-filters';
import { addressOf, type ListView, queryOf } from './list-state';
import { RecordFilters } from './record-filters';
import { SavedViews } from './saved-views';
import { COMPONENT_LABELS } from './score-parts';
import { UnrankedTable } from './unranked-table';
import { WeightControls } from './weight-controls';

const PAGE_SIZE = 50;

type Props = {
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
  listHref: string;
  actions: { saveView: FormAction; removeView: FormAction };
  /** What only those who may edit get: to save weights, and to change several issues at once. */
  editing: { saveWeights: FormAction; changeIssues: FormAction; openTrackers: TrackerName[] } | null;
  /** Null for those who may not export. */
  exportHref: string | null;
};

/** The ranked list with its weights: moving one ranks the list again in the browser, and the address keeps up. */
export function IssueExplorer(props: Props) {
  const { rows, unranked, known, currency, saved, members, memberId, editing } = props;
  const [view, setView] = useState(props.initial);
  const { weights, page } = view;
  const isSaved = formatWeights(weights) === formatWeights(saved);
  const ranked = useMemo(() => {
    const rowOf = new Map(rows.map((row) => [row.themeId, row]));
    return rankPriorities(rows, weights, known).flatMap((priority) => {
      const row = rowOf.get(priority.themeId);
      return row ? [{ ...row, ...priority }] : [];
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
  const ownerNames = Object.fromEntries(members.map(({ id, name }) => [id, name]));
  const change = (next: Partial<ListView>) => {
    const merged = { ...view, page: 1, ...next };
    setView(merged);
    window.history.replaceState(null, '', addressOf(merged, saved));
  };
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
      <Card>
        <WeightControls
          weights={weights}
          onChange={(next) => change({ weights: next, page })}
          saved={saved}
          known={known}
          save={editing?.saveWeights ?? null}
        />
      </Card>
      <div className="space-y-3">
        <RecordFilters
          listHref={props.listHref}
          state={{ ...view, weights: isSaved ? null : weights }}
          plans={props.plans}
          fields={props.fields}
          segments={props.segments}
        />
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="flex flex-wrap items-end gap-3">
            <ListFilters view={view} saved={saved} members={members} onChange={change} />
            <SavedViews
              views={props.views}
              listHref={props.listHref}
              query={queryOf(view, saved)}
              save={props.actions.saveView}
              remove={props.actions.removeView}
              mayShare={editing !== null}
            />
          </div>
          <ScoreLegend labels={COMPONENT_LABELS} />
          <div className="flex items-center gap-1 text-sm text-ink-soft">
            How sure a place is
            <InfoTip label="How sure a place is">{CERTAINTY_EXPLANATION}</InfoTip>
          </div>
          {props.exportHref && <ExportMenu href={props.exportHref} query={queryOf(view, saved)} />}
        </div>
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
