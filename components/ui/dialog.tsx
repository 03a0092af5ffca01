'use client';

import { type ReactNode, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './control-style';
import { Modal } from './modal';

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

/** A button and the question it opens, which must be answered before going on. */
export function Dialog({ trigger, variant, size, title, description, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonStyle(variant, size)}
        onClick={() => setOpen(true)}
      >
        {trigger}
      </button>
      <Modal isOpen={isOpen} onClose={() => setOpen(false)} title={title} description={description}>
        {children}
      </Modal>
    </>
  );
}
