import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = { fields: string[]; onChange: (fields: string[]) => void };

/** The names of fields that nobody sees, as one line of words. */
export function HiddenFieldsField({ fields, onChange }: Props) {
  // As it is typed: a comma at the end is no name yet.
  const [text, setText] = useState(fields.join(', '));
  return (
    <Card>
      <Field
        name="hidden-fields"
        label="Hidden fields"
        required={false}
        hint="Names such as campaign, plan_code. A link fills them (?campaign=spring), verbatim.show(key, { fields }), or a trait of the same name in verbatim.identify. They are kept with the response, without personal data, and results can be told by them."
      >
        {(control) => (
          <Input
            {...control}
            maxLength={800}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              onChange(target.value.split(/[\s,]+/).filter((name) => name !== ''));
            }}
          />
        )}
      </Field>
    </Card>
  );
}
