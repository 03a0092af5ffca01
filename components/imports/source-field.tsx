import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SourceChoice } from '@/lib/ingest/ensure-source';

/** Which source the rows belong to: one that there is, or a new one. */
export function SourceField({ usual, names }: SourceChoice) {
  const listId = useId();
  return (
    <Field
      name="source"
      label="Source"
      hint="The system that the file comes from. Identifiers count within a source: files of another system need a name of their own, also where their columns are the same."
    >
      {(control) => (
        <>
          <Input {...control} list={listId} defaultValue={usual} maxLength={100} autoComplete="off" />
          <datalist id={listId}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
