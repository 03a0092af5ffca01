import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { FieldError } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { columnAnchor } from './column-anchor';
import { ColumnOptionFields, type OptionLists } from './column-options';
import { fieldOptions } from './field-labels';
import type { ColumnOptions, DraftColumn } from './mapping-draft';

type Props = {
  target: ImportTarget;
  draft: DraftColumn;
  profile: ColumnProfile;
  /** What the guess of its field rests on; null for one that a person chose. */
  reason: string | null;
  problem: string | null;
  lists: OptionLists;
  onField: (field: string) => void;
  onOptions: (options: ColumnOptions) => void;
};

/** One column of the file: what is in it, what it fills, and how its values are read. */
export function ColumnCard(props: Props) {
  const { target, draft, profile, reason, problem, lists, onField, onOptions } = props;
  const id = useId();
  return (
    <li
      id={columnAnchor(draft.column)}
      className={cx(
        'grid scroll-mt-20 gap-x-6 gap-y-3 px-4 py-4 sm:grid-cols-2 sm:px-5',
        problem && 'bg-negative-soft/40',
      )}
    >
      <div className="min-w-0 space-y-1">
        <p id={`${id}name`} className="break-words font-medium">
          {draft.column}
        </p>
        <p className="line-clamp-3 break-words text-sm text-ink-mute">{describeExamples(profile)}</p>
      </div>
      <div className="min-w-0 space-y-3">
        <div className="space-y-1.5">
          <Select
            aria-labelledby={`${id}name`}
            aria-describedby={`${id}reason`}
            aria-invalid={problem ? true : undefined}
            value={draft.field}
            onChange={(event) => onField(event.target.value)}
          >
            <optgroup label="Import as">
              {fieldOptions(target).map(({ field, label }) => (
                <option key={field} value={field}>
                  {label}
                </option>
              ))}
            </optgroup>
            <optgroup label="Otherwise">
              <option value="custom">Keep as an extra field</option>
              <option value="skip">Leave out</option>
            </optgroup>
          </Select>
          <p id={`${id}reason`} className="text-sm text-ink-mute">
            {reason ? `Guessed: ${reason}.` : ' '}
          </p>
        </div>
        <ColumnOptionFields
          target={target}
          draft={draft}
          profile={profile}
          lists={lists}
          onChange={onOptions}
        />
        {problem && <FieldError id={`${id}problem`}>{problem}</FieldError>}
      </div>
    </li>
  );
}

function describeExamples({ examples, filledShare }: ColumnProfile): string {
  if (examples.length === 0) return 'Empty in the first rows';
  const shown = examples.map((example) => `“${example.length > 80 ? `${example.slice(0, 80)}…` : example}”`);
  const filled = filledShare < 0.995 ? `, filled in ${Math.round(filledShare * 100)}% of the first rows` : '';
  return `${shown.join(', ')}${filled}`;
}
