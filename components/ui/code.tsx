import type { ReactNode } from 'react';

/** A value, a column or a command in running text. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="break-words rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{children}</code>
  );
}
