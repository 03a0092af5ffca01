'use client';

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ScoreLegend } from '@/components/charts/score-components';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { buttonStyle } from '@/components/ui/control-style';
import { Field } from '@/components/ui/field';
import { InfoTip } from '@/components/ui/info-tip';
import { Select } from '@/components/ui/input';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import { type KnownComponents, type PriorityWeights, rankPriorities } from '@/lib/impact/priority';
import { type IssueStatus, issueStatuses, statusWords } from '@/lib/issues/schema';
import { formatWeights } from '@/lib/issues/weights';
import { CERTAINTY_EXPLANATION } from './certainty-words';
import type { IssueRow } from './issue-row';
import { IssueTable } from './issue-table';
import { COMPONENT_LABELS } from './score-parts';
import { WeightControls } from './weight-controls';

const PAGE_SIZE = 50;

type Props = {
  rows: IssueRow[];
  known: KnownComponents;
  currency: string;
  asOf: string;
  initial: { weights: PriorityWeights; status: IssueStatus | null; page: number };
  saved: PriorityWeights;
  save: FormAction | null;
  /** Null for those who may not export. */
  exportHref: string | null;
};

/** The ranked list with its weights: moving one ranks the list again in the browser, and the address keeps up. */
export function IssueExplorer({ rows, known, currency, asOf, initial, saved, save, exportHref }: Props) {
  const [view, setView] = useState(initial);
  const { weights, status, page } = view;
  const ranked = useMemo(() => {
    const rowOf = new Map(rows.map((row) => [row.themeId, row]));
    return rankPriorities(rows, weights, known).flatMap((priority) => {
      const row = rowOf.get(priority.themeId);
      return row ? [{ ...row, ...priority }] : [];
    });
  }, [rows, weights, known]);
  const shown = ranked.filter((row) => status === null || row.status === status);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const current = Math.min(page, pages);
  const change = (next: Partial<typeof view>) => {
    const merged = { ...view, page: 1, ...next };
    setView(merged);
    window.history.replaceState(null, '', addressOf(merged, saved));
  };
  return (
    <>
      <Card>
        <WeightControls
          weights={weights}
          onChange={(next) => change({ weights: next, page })}
          saved={saved}
          known={known}
          save={save}
        />
      </Card>
      <div className="space-y-3">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="w-44">
            <Field name="status" label="Status">
              {(control) => (
                <Select
                  {...control}
                  value={status ?? ''}
                  onChange={(event) => change({ status: (event.target.value || null) as IssueStatus | null })}
                >
                  <option value="">All</option>
                  {issueStatuses.map((each) => (
                    <option key={each} value={each}>
                      {statusWords[each]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <ScoreLegend labels={COMPONENT_LABELS} />
          <div className="flex items-center gap-1 text-sm text-ink-soft">
            How sure a place is
            <InfoTip label="How sure a place is">{CERTAINTY_EXPLANATION}</InfoTip>
          </div>
          {exportHref && (
            <div className="flex gap-2">
              {(['csv', 'json'] as const).map((format) => (
                <a
                  key={format}
                  href={`${exportHref}?format=${format}&weights=${formatWeights(weights)}`}
                  download
                  className={buttonStyle('secondary', 'small')}
                >
                  <Download aria-hidden />
                  Export {format.toUpperCase()}
                </a>
              ))}
            </div>
          )}
        </div>
        <Card flush>
          <IssueTable
            rows={shown.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)}
            weights={weights}
            currency={currency}
            caption={`${formatCount(shown.length, 'issue')}, as of ${asOf}`}
          />
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

function addressOf({ weights, status, page }: Props['initial'], saved: PriorityWeights): string {
  const query = new URLSearchParams();
  if (formatWeights(weights) !== formatWeights(saved)) query.set('weights', formatWeights(weights));
  if (status) query.set('status', status);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : window.location.pathname;
}
