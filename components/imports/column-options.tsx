import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { formatDate } from '@/lib/core/format';
import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import { DATE_FORMAT_EXAMPLES, DATE_FORMATS, type DateFormat } from '@/lib/ingest/csv/date-formats';
import { type FieldKind, findFieldKind, type ImportTarget } from '@/lib/ingest/csv/fields';
import type { ColumnOptions, DraftColumn } from './mapping-draft';

/** Lists that are long and the same for every column. */
export interface OptionLists {
  currencies: { code: string; name: string }[];
  timeZones: string[];
  channels: { channel: string; name: string }[];
}

type Props = {
  target: ImportTarget;
  draft: DraftColumn;
  profile: ColumnProfile;
  lists: OptionLists;
  onChange: (options: ColumnOptions) => void;
};

/** How the values of a column are to be read, where that can be asked. */
export function ColumnOptionFields({ target, draft, profile, lists, onChange }: Props) {
  const kind: FieldKind | null = findFieldKind(target, draft.field);
  const set = (change: ColumnOptions) => onChange({ ...draft.options, ...change });
  if (kind === 'date') return <DateOptions draft={draft} profile={profile} lists={lists} set={set} />;
  if (kind === 'money') return <MoneyOptions draft={draft} profile={profile} lists={lists} set={set} />;
  if (kind === 'score-own-scale') return <ScaleOptions draft={draft} set={set} />;
  return null;
}

type OptionProps = Omit<Props, 'target' | 'onChange'> & { set: (change: ColumnOptions) => void };

function DateOptions({ draft, profile, lists, set }: OptionProps) {
  const { dateFormat, timeZone } = draft.options;
  const name = `date ${draft.column}`;
  const hasTime = profile.examples.some((example) => /\d[:h]\d\d/.test(example));
  return (
    <div className="space-y-3">
      {profile.dates?.kind === 'ambiguous' ? (
        <div
          onChange={(event) => set({ dateFormat: (event.target as HTMLInputElement).value as DateFormat })}
        >
          <RadioGroup
            name={name}
            legend={`Which day is “${profile.dates.candidates[0]?.example}”?`}
            defaultValue={dateFormat}
            options={profile.dates.candidates.map(({ format, reading }) => ({
              value: format,
              label: formatDate(new Date(reading)),
              hint: `written as ${format.replaceAll('-', ', ').replace('20yy', 'year')}`,
            }))}
          />
        </div>
      ) : (
        <Field name={name} label="Date format">
          {(control) => (
            <Select
              {...control}
              value={dateFormat ?? ''}
              onChange={(event) =>
                set({ dateFormat: (event.target.value || undefined) as DateFormat | undefined })
              }
            >
              <option value="">Choose how 31 December 2024 is written</option>
              {DATE_FORMATS.map((format) => (
                <option key={format} value={format}>
                  {DATE_FORMAT_EXAMPLES[format]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {hasTime && (
        <Field name={`zone ${draft.column}`} label="Time zone">
          {(control) => (
            <Select
              {...control}
              value={timeZone ?? 'UTC'}
              onChange={(event) => set({ timeZone: event.target.value })}
            >
              {lists.timeZones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

function MoneyOptions({ draft, profile, lists, set }: OptionProps) {
  const { decimal, currency } = draft.options;
  const example = profile.examples.find((each) => /[.,]/.test(each)) ?? profile.examples[0] ?? '';
  return (
    <div className="space-y-3">
      <Field name={`currency ${draft.column}`} label="Currency">
        {(control) => (
          <Select
            {...control}
            value={currency ?? ''}
            onChange={(event) => set({ currency: event.target.value || undefined })}
          >
            <option value="">Choose, or map a currency column</option>
            {lists.currencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {code}, {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name={`decimal ${draft.column}`} label={`Decimal sign in “${example}”`}>
        {(control) => (
          <Select
            {...control}
            value={decimal ?? ''}
            onChange={(event) => set({ decimal: (event.target.value || undefined) as ',' | '.' | undefined })}
          >
            <option value="">Choose</option>
            <option value=".">Point, as in 1,234.50</option>
            <option value=",">Comma, as in 1.234,50</option>
          </Select>
        )}
      </Field>
    </div>
  );
}

/** Both ends of the scale that was asked on. */
function ScaleOptions({ draft, set }: Pick<OptionProps, 'draft' | 'set'>) {
  const { scale } = draft.options;
  const [ends, setEnds] = useState({ low: String(scale?.low ?? ''), high: String(scale?.high ?? '') });
  const change = (written: Partial<typeof ends>) => {
    const next = { ...ends, ...written };
    setEnds(next);
    const [low, high] = [next.low, next.high].map((each) => (/^\d{1,4}$/.test(each) ? Number(each) : null));
    set({ scale: low == null || high == null ? undefined : { low, high } });
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      {(['low', 'high'] as const).map((end) => (
        <Field
          key={end}
          name={`${end} ${draft.column}`}
          label={end === 'low' ? 'Lowest score' : 'Highest score'}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={ends[end]}
              onChange={(event) => change({ [end]: event.target.value.trim() })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
