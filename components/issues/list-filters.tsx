import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { CarriedFields } from '@/components/ui/filter-fields';
import { Select } from '@/components/ui/input';
import type { PriorityWeights } from '@/lib/impact/priority';
import { ME } from '@/lib/issues/list-query';
import { type IssueStatus, issueStatuses, NOBODY, statusWords } from '@/lib/issues/schema';
import { formatWeights } from '@/lib/issues/weights';
import type { ListView } from './list-state';

type Props = {
  view: ListView;
  saved: PriorityWeights;
  members: { id: string; name: string }[];
  onChange: (next: Partial<ListView>) => void;
};

/** Narrows the list by status and owner: at once, and without scripts by a button. */
export function ListFilters({ view, saved, members, onChange }: Props) {
  const { weights, status, owner } = view;
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        {formatWeights(weights) !== formatWeights(saved) && (
          <input type="hidden" name="weights" value={formatWeights(weights)} />
        )}
        <CarriedFields fields={view.filter} />
        <div className="w-36">
          <Field name="status" label="Status" hidesLabel>
            {(control) => (
              <Select
                {...control}
                value={status ?? ''}
                onChange={(event) => onChange({ status: (event.target.value || null) as IssueStatus | null })}
              >
                <option value="">Any status</option>
                {issueStatuses.map((each) => (
                  <option key={each} value={each}>
                    {statusWords[each]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="w-40">
          <Field name="owner" label="Owner" hidesLabel>
            {(control) => (
              <Select
                {...control}
                value={owner ?? ''}
                onChange={(event) => onChange({ owner: event.target.value || null })}
              >
                <option value="">Any owner</option>
                <option value={ME}>Me</option>
                <option value={NOBODY}>Nobody yet</option>
                {members.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
      </form>
    </search>
  );
}
