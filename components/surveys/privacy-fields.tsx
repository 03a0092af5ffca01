import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { Definition } from '@/lib/widget/definition';

type Props = {
  privacy: Definition['privacy'];
  onChange: (changes: Partial<Definition['privacy']>) => void;
  onFocus: () => void;
};

/** What people are told of their data before they answer. It is part of the version, so every response says which they saw. */
export function PrivacyFields({ privacy, onChange, onFocus }: Props) {
  return (
    <Card>
      <fieldset className="min-w-0 space-y-4" aria-label="Privacy" onFocus={onFocus}>
        <Field
          name="privacy-text"
          label="Privacy: what people are told"
          required={false}
          hint="Below the questions. Who asks, what for, how long it is kept. Each version keeps its own words."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={600}
              value={privacy.text}
              onChange={({ target }) => onChange({ text: target.value })}
            />
          )}
        </Field>
        <Field name="privacy-url" label="Privacy: where to read more" required={false} hint="https only.">
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              placeholder="https://example.org/privacy"
              maxLength={1000}
              value={privacy.url}
              onChange={({ target }) => onChange({ url: target.value })}
            />
          )}
        </Field>
      </fieldset>
    </Card>
  );
}
