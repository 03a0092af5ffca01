'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = { path: string; label: string; hint: string };

/** A link to be copied now: it is shown this once. */
export function CopyLink({ path, label, hint }: Props) {
  const [outcome, setOutcome] = useState('');
  const link = `${window.location.origin}${path}`;
  return (
    <div className="space-y-2 rounded border border-line bg-sunken p-4">
      <Field name="link" label={label} hint={hint}>
        {(control) => (
          <Input
            {...control}
            readOnly
            value={link}
            className="font-mono"
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          onClick={() =>
            // Browsers withhold the clipboard on plain http from another machine.
            (navigator.clipboard?.writeText(link) ?? Promise.reject()).then(
              () => setOutcome('Copied.'),
              () => setOutcome('This browser does not let us copy. Select the link and copy it.'),
            )
          }
        >
          Copy link
        </Button>
        <span role="status" className="text-sm text-ink-mute">
          {outcome}
        </span>
      </div>
    </div>
  );
}
