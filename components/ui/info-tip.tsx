import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Popup } from './popup';

type Props = {
  /** What it explains, e.g. "How NPS is computed". */
  label: string;
  /** For more than a sentence or two. */
  isWide?: boolean;
  children: ReactNode;
};

/** An explanation one asks for: by finger, mouse or key alike, unlike a tooltip, and it stays until dismissed. */
export function InfoTip({ label, isWide, children }: Props) {
  return (
    <Popup
      label={label}
      summary={<CircleHelp aria-hidden className="size-4" />}
      summaryClass="flex size-6 cursor-pointer items-center justify-center rounded-full text-ink-mute hover:text-ink"
      panelClass={cx(
        'left-1/2 top-full mt-1 -translate-x-1/2 px-3.5 py-3 text-left text-sm font-normal text-ink-soft',
        isWide ? 'w-[28rem] max-w-[85vw]' : 'w-64 max-w-[70vw]',
      )}
    >
      {children}
    </Popup>
  );
}
