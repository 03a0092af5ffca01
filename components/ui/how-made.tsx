import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** How the numbers of a screen are made, for whoever wants to know. */
export function HowMade({ entries }: { entries: { term: string; description: ReactNode }[] }) {
  return (
    <details className="group text-sm text-ink-mute">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        How these numbers are made
      </summary>
      <dl className="mt-2 max-w-prose space-y-2 [&_dt]:font-medium [&_dt]:text-ink-soft">
        {entries.map(({ term, description }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
