import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { Definition } from '@/lib/widget/definition';

type Props = {
  thanks: Definition['thanks'];
  onChange: (changes: Partial<Definition['thanks']>) => void;
  onFocus: () => void;
};

/** What people see at the end, and where they go on to. */
export function LastPageFields({ thanks, onChange, onFocus }: Props) {
  return (
    <Card>
      <fieldset className="min-w-0 space-y-4" aria-label="Last page" onFocus={onFocus}>
        <Field name="thanks-title" label="Last page: title">
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={thanks.title}
              onChange={({ target }) => onChange({ title: target.value })}
            />
          )}
        </Field>
        <Field name="thanks-text" label="Last page: text" required={false}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={1000}
              value={thanks.text}
              onChange={({ target }) => onChange({ text: target.value })}
            />
          )}
        </Field>
        <Field
          name="thanks-redirect"
          label="Go on to this address"
          required={false}
          hint="https only. Who answers on the survey’s page is led there after the last answer; in a box on your pages it is a link."
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              placeholder="https://example.org/thanks"
              maxLength={1000}
              value={thanks.redirectUrl}
              onChange={({ target }) => onChange({ redirectUrl: target.value })}
            />
          )}
        </Field>
      </fieldset>
    </Card>
  );
}
