import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { channelNames, channels } from '@/lib/feedback/schema';

const FIELDS: { name: string; label: string; hint?: string }[] = [
  { name: 'items', label: 'List of things', hint: 'Where one message brings several. Empty: one.' },
  { name: 'externalId', label: 'Its key', hint: 'What makes it the same thing when it comes again.' },
  { name: 'text', label: 'Text', hint: 'What the customer wrote, such as data.comment.body.' },
  { name: 'title', label: 'Title' },
  { name: 'occurredAt', label: 'Time', hint: 'ISO 8601, or seconds since 1970. Empty: when it came.' },
  { name: 'url', label: 'Link back' },
  { name: 'nps', label: 'NPS, 0 to 10' },
  { name: 'csat', label: 'CSAT, 1 to 5' },
  { name: 'rating', label: 'Stars, 1 to 5' },
  { name: 'contactEmail', label: 'E-mail of the person' },
  { name: 'contactExternalId', label: 'Your key of the person' },
  { name: 'contactName', label: 'Name of the person' },
  { name: 'accountExternalId', label: 'Your key of the account' },
  { name: 'accountName', label: 'Name of the account' },
  { name: 'author', label: 'Who wrote it', hint: 'Where it says whether customer or staff did.' },
];

/** Where in the body of an unknown system what is. */
export function MappingFields({
  fields,
  mapping,
}: {
  fields: Record<string, string> | undefined;
  /** As it is saved. */
  mapping?: Record<string, string>;
}) {
  return (
    <fieldset className="space-y-4">
      <legend className="mb-1 text-lg font-semibold">Where in the body it stands</legend>
      <p className="text-ink-mute">
        Names with dots between them; a number is a place in a list. What has no field stays empty.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {FIELDS.map(({ name, label, hint }) => (
          <Field
            key={name}
            name={`map.${name}`}
            label={label}
            hint={hint}
            error={fields?.[`map.${name}`] ?? null}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-sm"
                defaultValue={mapping?.[name]}
              />
            )}
          </Field>
        ))}
        <Field
          name="map.staffValues"
          label="Values that mean staff"
          hint="With commas between them, such as agent, bot. Their words are left out."
        >
          {(control) => <Input {...control} autoComplete="off" defaultValue={mapping?.staffValues} />}
        </Field>
        <Field name="map.channel" label="Channel">
          {(control) => (
            <Select {...control} defaultValue={mapping?.channel ?? 'other'}>
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {channelNames[channel]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
