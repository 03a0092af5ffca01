import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import type { OptionLists } from './column-options';
import type { Draft } from './mapping-draft';

type Props = { draft: Draft; lists: OptionLists; onChange: (defaults: Draft['defaults']) => void };

/** What holds for all rows, where the rows say nothing themselves. */
export function FileDefaults({ draft, lists, onChange }: Props) {
  const { target, columns, defaults } = draft;
  const fills = (field: string) => columns.some((each) => each.field === field);
  if (target === 'accounts') return null;
  const set = (change: Draft['defaults']) => onChange({ ...defaults, ...change });
  return (
    <Section title="For all rows" description="Used where a row has no value of its own.">
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            name="occurredAt"
            label="Day"
            hint={fills('occurredAt') ? 'For rows with an empty date.' : 'The file has no date column.'}
          >
            {(control) => (
              <Input
                {...control}
                type="date"
                value={defaults.occurredAt?.slice(0, 10) ?? ''}
                onChange={({ target: { value } }) =>
                  set({ occurredAt: value ? `${value}T00:00:00Z` : undefined })
                }
              />
            )}
          </Field>
          <Field name="channel" label="Channel" hint="How the feedback was given.">
            {(control) => (
              <Select
                {...control}
                value={defaults.channel ?? ''}
                onChange={(event) => set({ channel: event.target.value || undefined })}
              >
                <option value="">Decide by the scores</option>
                {lists.channels.map(({ channel, name }) => (
                  <option key={channel} value={channel}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </Card>
    </Section>
  );
}
