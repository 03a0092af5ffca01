import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Popup } from './popup';

type Props = { /** What it explains, e.g. "How NPS is computed". */ label: string; children: ReactNode };

/** An explanation one asks for: by finger, mouse or key alike, unlike a tooltip, and it stays until dismissed. */
export function InfoTip({ label, children }: Props) {
  return (
    <Popup
      label={label}
      summary={<CircleHelp aria-hidden className="size-4" />}
      summaryClass="flex size-6 cursor-pointer items-center justify-center rounded-full text-ink-mute hover:text-ink"
      panelClass="left-1/2 top-full mt-1 w-64 max-w-[70vw] -translate-x-1/2 px-3.5 py-3 text-left text-sm font-normal text-ink-soft"
    >
      {children}
    </Popup>
  );
}
