import {
  ChevronsDownUp,
  ChevronsUpDown,
  EyeOff,
  FolderInput,
  GitMerge,
  Keyboard,
  Lock,
  Pencil,
  Split,
  Undo2,
  X,
} from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/core/format';
import type { TreeCommand } from './tree-keys';

type Props = {
  count: number;
  mayEdit: boolean;
  /** Whether all sub-themes are shown; null where there are none. */
  isAllOpen: boolean | null;
  /** What would be taken back; null where there is nothing. */
  undoes: string | null;
  obey: (command: TreeCommand) => void;
};

/** What can be done with the selected themes, for those without a keyboard; it keeps its height when none is selected. */
export function SelectionBar({ count, mayEdit, isAllOpen, undoes, obey }: Props) {
  const OpenIcon = isAllOpen ? ChevronsDownUp : ChevronsUpDown;
  return (
    <div
      className={`flex min-h-9 flex-wrap items-center gap-2 coarse:min-h-11 ${count > 0 ? 'max-lg:sticky max-lg:top-14 max-lg:z-10 max-lg:-mx-4 max-lg:border-b max-lg:border-line max-lg:bg-canvas/95 max-lg:px-4 max-lg:py-2 max-lg:backdrop-blur' : ''}`}
    >
      {mayEdit && count > 0 && (
        <>
          <span className="mr-1 font-medium">{formatCount(count, 'theme')} selected</span>
          <Button size="small" onClick={() => obey('merge')}>
            <GitMerge aria-hidden />
            Merge
          </Button>
          <Button size="small" onClick={() => obey('move')}>
            <FolderInput aria-hidden />
            Move
          </Button>
          {count === 1 && (
            <>
              <Button size="small" onClick={() => obey('rename')}>
                <Pencil aria-hidden />
                Rename
              </Button>
              <Button size="small" onClick={() => obey('split')}>
                <Split aria-hidden />
                Split
              </Button>
            </>
          )}
          <Button size="small" onClick={() => obey('lock')}>
            <Lock aria-hidden />
            Lock or unlock
          </Button>
          <Button size="small" onClick={() => obey('exclude')}>
            <EyeOff aria-hidden />
            Set aside
          </Button>
          <Button size="small" variant="quiet" onClick={() => obey('clear')}>
            <X aria-hidden />
            Clear
          </Button>
        </>
      )}
      {mayEdit && count === 0 && (
        <span className="text-sm text-ink-mute">
          Select themes to merge or move them
          <span className="coarse:hidden">, drag one onto another, or use the keys</span>.
        </span>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        {isAllOpen !== null && (
          <Button size="small" variant="quiet" onClick={() => obey('openAll')}>
            <OpenIcon aria-hidden />
            {isAllOpen ? 'Hide sub-themes' : 'Show sub-themes'}
          </Button>
        )}
        {mayEdit && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => obey('undo')}
            title={undoes ? `Takes back: ${undoes}` : undefined}
            aria-disabled={undoes === null}
            className="aria-disabled:opacity-50"
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => obey('help')} className="coarse:hidden">
          <Keyboard aria-hidden />
          Keys
        </Button>
      </span>
    </div>
  );
}
