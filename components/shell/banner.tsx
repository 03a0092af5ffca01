import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';

/** One line over every screen about the whole workspace, e.g. "Sample data. Made up by Verbatim, safe to change." */
export function Banner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <aside
      aria-label="About this workspace"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warning-soft px-4 py-2 text-sm sm:px-8"
    >
      <FlaskConical aria-hidden className="size-4 shrink-0 text-warning" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </aside>
  );
}
