import { ChevronDown, ChevronRight, Lock } from 'lucide-react';
import type { DragEvent } from 'react';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { GRID } from './grid-roles';
import { type FiguresOf, ThemeCells } from './theme-cells';
import { themeHref } from './theme-href';
import type { PlacedRow } from './theme-row';

export interface RowState {
  isCurrent: boolean;
  isSelected: boolean;
  isOpen: boolean;
  isDropTarget: boolean;
}

export interface RowEvents {
  focus: () => void;
  toggle: () => void;
  /** Null for those who may not edit. */
  select: (() => void) | null;
  drag: {
    start: (event: DragEvent) => void;
    over: (event: DragEvent) => void;
    drop: (event: DragEvent) => void;
    end: () => void;
  } | null;
}

type Props = { row: PlacedRow; state: RowState; events: RowEvents; figures: FiguresOf };

/** One theme of the tree: its place, its name, its figures. */
export function ThemeTreeRow({ row, state, events, figures }: Props) {
  const { isCurrent, isSelected, isOpen, isDropTarget } = state;
  return (
    <tr
      {...GRID.row}
      data-theme={row.themeId}
      aria-level={row.level}
      aria-selected={events.select ? isSelected : undefined}
      aria-expanded={row.children > 0 ? isOpen : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={events.focus}
      draggable={events.drag !== null}
      onDragStart={events.drag?.start}
      onDragOver={events.drag?.over}
      onDrop={events.drag?.drop}
      onDragEnd={events.drag?.end}
      className={cx(
        'transition-colors hover:bg-hover/50 focus-visible:outline-offset-[-2px]',
        isSelected && 'bg-accent-soft/60',
        isDropTarget && 'outline outline-2 outline-offset-[-2px] outline-accent',
      )}
    >
      <th
        {...GRID.rowheader}
        scope="row"
        className={cx('min-w-44 px-3 py-2.5 align-middle font-medium', row.level === 2 && 'sm:pl-11')}
      >
        <span className={cx('flex items-center gap-2 text-left', row.level === 2 && 'max-sm:pl-6')}>
          {events.select && (
            <input
              type="checkbox"
              checked={isSelected}
              onChange={events.select}
              aria-label={`Select ${row.name}`}
              tabIndex={isCurrent ? 0 : -1}
              className="size-[1.125rem] shrink-0 cursor-pointer accent-accent coarse:size-6"
            />
          )}
          {row.children === 0 && row.level === 1 && <span className="w-6 shrink-0" />}
          {row.children > 0 && (
            <button
              type="button"
              tabIndex={-1}
              onClick={events.toggle}
              aria-label={`${isOpen ? 'Hide' : 'Show'} ${row.children} sub-themes of ${row.name}`}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded hover:bg-hover"
            >
              {isOpen ? (
                <ChevronDown aria-hidden className="size-4" />
              ) : (
                <ChevronRight aria-hidden className="size-4" />
              )}
            </button>
          )}
          <TextLink
            href={themeHref(figures.workspaceSlug, row.themeId, figures.carried)}
            tabIndex={isCurrent ? 0 : -1}
          >
            {row.name}
          </TextLink>
          {row.isLocked && (
            <span title="Locked" className="text-ink-mute">
              <Lock aria-hidden className="size-3.5" />
              <span className="sr-only">locked</span>
            </span>
          )}
        </span>
      </th>
      <ThemeCells row={row} {...figures} />
    </tr>
  );
}
