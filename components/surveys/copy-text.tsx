'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';

/** A piece of text or code to be copied from here. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [outcome, setOutcome] = useState('');
  return (
    <figure className="min-w-0 space-y-2">
      <figcaption className="font-medium">{label}</figcaption>
      <ScrollRegion label={label}>
        <pre className="p-3 font-mono text-sm">{text}</pre>
      </ScrollRegion>
      <div className="flex items-center gap-3">
        <Button
          size="small"
          onClick={() =>
            // Browsers withhold the clipboard on plain http from another machine.
            (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
              () => setOutcome('Copied.'),
              () => setOutcome('This browser does not let us copy. Select the text and copy it.'),
            )
          }
        >
          Copy
          <span className="sr-only"> {label}</span>
        </Button>
        <span role="status" className="text-sm text-ink-mute">
          {outcome}
        </span>
      </div>
    </figure>
  );
}
