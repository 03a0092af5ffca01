import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Popup } from '@/components/ui/popup';

type Props = { name: string /** Under the name, e.g. the role. */; detail?: string; children: ReactNode };

/** Who is signed in, with what belongs to the person behind it (MenuLink, MenuButton, ThemeToggle). */
export function UserMenu({ name, detail, children }: Props) {
  return (
    <Popup
      block
      summaryClass="flex w-full cursor-pointer items-center gap-2.5 rounded p-1.5 transition-colors hover:bg-hover"
      panelClass="bottom-full left-0 mb-1.5 w-full min-w-52 p-1"
      summary={
        <>
          <Avatar name={name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium leading-tight">{name}</span>
            {detail && <span className="block truncate text-xs text-ink-mute">{detail}</span>}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-mute" />
        </>
      }
    >
      {children}
    </Popup>
  );
}
