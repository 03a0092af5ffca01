'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './control-style';
import { IconButton } from './icon-button';

type Props = {
  /** What the button that opens it says. */
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  title: ReactNode;
  description?: ReactNode;
  /** The content; a form whose button has `formMethod="dialog"` closes it. */
  children: ReactNode;
};

/** A question that must be answered before going on. The browser's own dialog keeps the focus inside; Escape closes. */
export function Dialog({ trigger, variant, size, title, description, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonStyle(variant, size)}
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </button>
      <dialog
        ref={dialog}
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
    </>
  );
}
