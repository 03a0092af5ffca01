'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button';

type Props = {
  isOpen: boolean;
  /** Called however it closes: by Escape, the cross, or a form in it that is done. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
};

/**
 * Where one types first, else where one chooses: at what is chosen already, or at the first choice. The browser would begin at the
 * cross, and React's `autoFocus` comes before it is open. A question that only asks for a yes begins at the cross.
 */
const FIRST = [
  '[data-focus-first], input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea, select',
  'input[type=radio]:checked',
  'input[type=radio], input[type=checkbox]',
];

function focusFirst(dialog: HTMLDialogElement | null) {
  for (const selector of FIRST) {
    const first = dialog?.querySelector<HTMLElement>(selector);
    if (first) return first.focus();
  }
}

/** A question over the page, opened by whoever draws it. The browser's own dialog keeps the focus inside and gives it back. */
export function Modal({ isOpen, onClose, title, description, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    focusFirst(dialog.current);
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}description` : undefined}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg overflow-y-auto rounded-lg border border-line bg-surface p-0 text-ink shadow-float backdrop:bg-ink/40 dark:backdrop:bg-canvas/75"
    >
      <div className="p-5">
        <div className="mb-4 flex items-start justify-between gap-4">
          <div>
            <h2 id={`${id}title`} className="text-xl font-semibold tracking-tight">
              {title}
            </h2>
            {description && (
              <p id={`${id}description`} className="mt-1 text-ink-mute">
                {description}
              </p>
            )}
          </div>
          <IconButton
            label="Close"
            icon={X}
            onClick={() => dialog.current?.close()}
            className="-mr-1.5 -mt-1"
          />
        </div>
        {children}
      </div>
    </dialog>
  );
}
