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
    <div className="flex flex-wrap items-start gap-3">
      <RecordFilters
        listHref={listHref}
        state={{ ...view, weights: isSaved ? null : view.weights }}
        plans={list.plans}
        fields={list.fields}
        segments={list.segments}
        sources={list.sources}
      />
      <ListFilters view={view} saved={saved} members={members} onChange={onChange} />
      <SavedViews
        views={list.views}
        listHref={listHref}
        query={query}
        save={list.actions.saveView}
        remove={list.actions.removeView}
        mayShare={editing !== null}
      />
      {/* On wide screens the sliders have the colours beside them. */}
      <div className="flex min-h-9 items-center sm:hidden">
        <ScoreLegend labels={COMPONENT_LABELS} />
      </div>
      <div className="flex min-h-9 items-center gap-4 text-sm text-ink-soft sm:ml-auto">
        <div className="flex items-center gap-1">
          How to read it
          <InfoTip label="How to read the list" isWide>
            <dl className="space-y-2 [&_dt]:font-medium [&_dt]:text-ink">
              {EXPLANATIONS.map(({ term, description }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{description}</dd>
                </div>
              ))}
            </dl>
          </InfoTip>
        </div>
        {exportHref && <ExportMenu href={exportHref} query={query} />}
      </div>
    </div>
  );
});

const EXPLANATIONS = [
  {
    term: 'Priority',
    description:
      'The weighted mean of the three figures under it, each 0 to 100: frequency, churn and revenue.',
  },
  { term: 'Churn', description: COUNTED_EXPLANATION },
  { term: 'How sure a place is', description: CERTAINTY_EXPLANATION },
];
