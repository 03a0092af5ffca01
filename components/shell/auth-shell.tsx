import type { ReactNode } from 'react';
import { Wordmark } from './logo';
import { SkipLink } from './skip-link';

type Props = { title: ReactNode; description?: ReactNode; children: ReactNode; footer?: ReactNode };

/** The frame of signing in and of the first run: one card, nothing else to look at. */
export function AuthShell({ title, description, children, footer }: Props) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-10 sm:pt-[12vh]">
      <SkipLink />
      <header className="mb-6">
        <Wordmark />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="w-full max-w-sm rounded-xl border border-line bg-surface p-6 shadow-float outline-none sm:p-7"
      >
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-ink-mute">{description}</p>}
        <div className="mt-5">{children}</div>
      </main>
      {footer && <footer className="mt-5 max-w-sm text-center text-sm text-ink-mute">{footer}</footer>}
    </div>
  );
}
