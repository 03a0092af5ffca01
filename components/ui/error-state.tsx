import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Code } from './code';

type Props = {
  title: ReactNode;
  children?: ReactNode /** The id under which the log has the rest. */;
  errorId?: string;
  actions?: ReactNode;
};

/** Something failed: what it means for the reader, and the id an administrator can look up. */
export function ErrorState({ title, children, errorId, actions }: Props) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-4 flex size-11 items-center justify-center rounded-full bg-negative-soft text-negative">
        <CircleAlert aria-hidden className="size-5" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-md text-ink-mute">{children}</div>}
      {errorId && (
        <p className="mt-3 text-sm text-ink-mute">
          Error id <Code>{errorId}</Code>
        </p>
      )}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
