'use client';

import { Menu as MenuIcon, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';

/** The navigation on a phone: a drawer on the browser's own dialog, closed by Escape, a press outside or a choice. */
export function NavDrawer({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const closeOnChoice = (event: Event) => {
      const chosen = event.target instanceof Element && event.target.closest('a[href]');
      if (chosen || event.target === element) element.close();
    };
    element.addEventListener('click', closeOnChoice);
    return () => element.removeEventListener('click', closeOnChoice);
  }, []);

  return (
    <>
      <IconButton label="Open navigation" icon={MenuIcon} onClick={() => dialog.current?.showModal()} />
      <dialog
        ref={dialog}
        aria-label="Navigation"
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r border-line bg-canvas p-0 text-ink shadow-float backdrop:bg-ink/40 dark:backdrop:bg-canvas/75"
      >
        <div className="flex h-full flex-col gap-4 overflow-y-auto p-4">
          <IconButton
            label="Close navigation"
            icon={X}
            onClick={() => dialog.current?.close()}
            className="self-end"
          />
          {children}
        </div>
      </dialog>
    </>
  );
}
