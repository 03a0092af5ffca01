import type { ReactNode } from 'react';
import { formatDate } from '@/lib/core/format';

type Props = { title: string; workspaceName: string; asOf: Date | null; extra?: ReactNode };

/** The head of a report: what it is of, whose, and of which day. */
export function ReportHead({ title, workspaceName, asOf, extra }: Props) {
  return (
    <header className="space-y-1 border-b border-line pb-4 print:pb-2">
      <h1 className="break-words text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-mute">
        <span>{workspaceName}</span>
        {asOf && <span>As of {formatDate(asOf)}</span>}
        {extra}
      </p>
    </header>
  );
}
