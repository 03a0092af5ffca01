import { memo } from 'react';
import { ScoreLegend } from '@/components/charts/score-components';
import { InfoTip } from '@/components/ui/info-tip';
import { formatWeights } from '@/lib/issues/weights';
import { CERTAINTY_EXPLANATION } from './certainty-words';
import { COUNTED_EXPLANATION } from './churn-times';
import { ExportMenu } from './export-menu';
import type { IssueExplorerProps } from './issue-explorer';
import { ListFilters } from './list-filters';
import { type ListView, queryOf } from './list-state';
import { RecordFilters } from './record-filters';
import { SavedViews } from './saved-views';
import { COMPONENT_LABELS } from './score-parts';

type Props = {
  list: IssueExplorerProps;
  view: ListView;
  onChange: (next: Partial<ListView>) => void;
};

/** What narrows the list, keeps a view of it and takes it away. It may follow a slider later than the list does. */
export const ListTools = memo(function ListTools({ list, view, onChange }: Props) {
  const { saved, members, editing, listHref, exportHref } = list;
  const query = queryOf(view, saved);
  const isSaved = formatWeights(view.weights) === formatWeights(saved);
  return (
    <>
      <RecordFilters
        listHref={listHref}
        state={{ ...view, weights: isSaved ? null : view.weights }}
        plans={list.plans}
        fields={list.fields}
        segments={list.segments}
      />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex flex-wrap items-end gap-3">
          <ListFilters view={view} saved={saved} members={members} onChange={onChange} />
          <SavedViews
            views={list.views}
            listHref={listHref}
            query={query}
            save={list.actions.saveView}
            remove={list.actions.removeView}
            mayShare={editing !== null}
          />
        </div>
        <ScoreLegend labels={COMPONENT_LABELS} />
        <div className="flex items-center gap-4 text-sm text-ink-soft">
          <div className="flex items-center gap-1">
            How sure a place is
            <InfoTip label="How sure a place is">{CERTAINTY_EXPLANATION}</InfoTip>
          </div>
          <div className="flex items-center gap-1">
            Counted as
            <InfoTip label="What “counted as” means">{COUNTED_EXPLANATION}</InfoTip>
          </div>
        </div>
        {exportHref && <ExportMenu href={exportHref} query={query} />}
      </div>
    </>
  );
});
