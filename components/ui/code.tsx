import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region';

/** A value, a column or a command in running text. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="break-words rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{children}</code>
  );
}

/** Lines of code or of a log. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <div className="rounded border border-line bg-sunken">
      <ScrollRegion label={label}>
        <pre className="p-3 font-mono text-sm">
          <code>{children}</code>
        </pre>
      </ScrollRegion>
    </div>
  );
}
