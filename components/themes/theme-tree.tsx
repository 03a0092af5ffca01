'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import { EditorMessage } from './editor-message';
import { GRID } from './grid-roles';
import { KeyHelp } from './key-help';
import { SelectionBar } from './selection-bar';
import type { FiguresOf } from './theme-cells';
import { themeHref } from './theme-href';
import { ThemeQuestions } from './theme-questions';
import type { PlacedRow } from './theme-row';
import { ThemeTreeRow } from './theme-tree-row';
import { TreeHead, type TreeHeadProps } from './tree-head';
import { commandOf, type TreeCommand } from './tree-keys';
import { type Act, type ThemeActionsOf, useThemeEditor } from './use-theme-editor';

type Props = {
  rows: PlacedRow[];
  figures: FiguresOf;
  head: TreeHeadProps;
  /** Null for those who may not edit, and where the past is shown. */
  actions: ThemeActionsOf | null;
  /** What the person did of late, the newest first. */
  acts: Act[];
};

/**
 * All themes of a period as a tree. Keys, drag and buttons edit it alike; single keys work only while a theme has the focus
 * (WCAG 2.1.4).
 */
export function ThemeTree({ rows, figures, head, actions, acts }: Props) {
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const editor = useThemeEditor(actions, acts);
  const parents = rows.flatMap(({ themeId, children }) => (children > 0 ? [themeId] : []));
  // Themes first; what they are made of is a key or a click away.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrent] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string[]>([]);
  const [dropId, setDropId] = useState<string | null>(null);
  const [needsHelp, setHelp] = useState(false);

  const isInTree = useRef(false);

  // The focus stays in the tree when the theme that had it is gone, by a merge or by being set aside.
  useEffect(() => {
    const row = table.current?.querySelector<HTMLElement>('tr[tabindex="0"]');
    if (isInTree.current && document.activeElement === document.body) row?.focus({ preventScroll: true });
  });

  const shown = rows.filter(({ parentId, level }) => level === 1 || opened.has(parentId ?? ''));
  const found = shown.findIndex(({ themeId }) => themeId === currentId);
  const lastPlace = useRef(0);
  const place = found >= 0 ? found : Math.max(0, Math.min(lastPlace.current, shown.length - 1));
  const current = shown[place];
  useEffect(() => {
    lastPlace.current = place;
  }, [place]);
  const isAllOpen = parents.every((id) => opened.has(id));
  const known = new Set(rows.map(({ themeId }) => themeId));
  const chosen = [...selected].filter((id) => known.has(id));

  function go(to: PlacedRow | undefined) {
    if (!to) return;
    setCurrent(to.themeId);
    table.current?.querySelector<HTMLElement>(`[data-theme="${to.themeId}"]`)?.focus();
  }

  const flip = (set: ReadonlySet<string>, id: string) =>
    new Set(set.has(id) ? [...set].filter((each) => each !== id) : [...set, id]);

  function edit(command: TreeCommand, ids: string[]) {
    if (!actions || ids.length === 0) return;
    if (command === 'merge' || command === 'move' || command === 'exclude') {
      editor.ask({ kind: command, themeIds: ids });
    }
    if (command === 'rename' || command === 'split') {
      editor.ask({ kind: command, themeIds: ids.slice(0, 1) });
    }
    if (command === 'lock') {
      const areLocked = rows.filter(({ themeId }) => ids.includes(themeId)).every(({ isLocked }) => isLocked);
      editor.send(actions.mark, { themeIds: ids, mark: 'lock', on: areLocked ? 'no' : 'yes' });
    }
  }

  function obey(command: TreeCommand, row = current) {
    const ids = chosen.length > 0 ? chosen : row ? [row.themeId] : [];
    switch (command) {
      case 'next':
        return go(shown[place + 1]);
      case 'previous':
        return go(shown[place - 1]);
      case 'first':
        return go(shown[0]);
      case 'last':
        return go(shown.at(-1));
      case 'open':
        if (!row || row.children === 0) return;
        if (!opened.has(row.themeId)) return setOpened(flip(opened, row.themeId));
        return go(shown[place + 1]);
      case 'close':
        if (row?.level === 2) return go(shown.find(({ themeId }) => themeId === row.parentId));
        if (row && row.children > 0 && opened.has(row.themeId)) setOpened(flip(opened, row.themeId));
        return;
      case 'openAll':
        return setOpened(new Set(isAllOpen ? [] : parents));
      case 'select':
        return row && setSelected(flip(selected, row.themeId));
      case 'clear':
        return setSelected(new Set());
      case 'visit':
        return row && router.push(themeHref(figures.workspaceSlug, row.themeId, figures.carried));
      case 'undo':
        return editor.undo();
      case 'help':
        return setHelp(true);
      default:
        return edit(command, ids);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // Only a row's own keys: a link, a box or a button in it keeps theirs.
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return;
    const command = commandOf(event, actions !== null);
    if (!command) return;
    event.preventDefault();
    obey(command);
  }

  return (
    <div className="space-y-3">
      <EditorMessage editor={editor} />
      <SelectionBar
        count={chosen.length}
        mayEdit={actions !== null}
        isAllOpen={parents.length > 0 ? isAllOpen : null}
        undoes={editor.next?.words ?? null}
        obey={obey}
      />
      <Card flush>
        <div className="relative overflow-x-auto">
          <table
            ref={table}
            {...GRID.treegrid}
            {...(actions ? { 'aria-multiselectable': true } : {})}
            aria-label="Themes"
            aria-busy={editor.isBusy}
            onKeyDown={onKeyDown}
            onFocus={() => {
              isInTree.current = true;
            }}
            onBlur={({ relatedTarget }) => {
              if (relatedTarget) isInTree.current = false;
            }}
            className="table-cards w-full border-collapse text-left"
          >
            <TreeHead {...head} />
            <tbody {...GRID.rowgroup} className="divide-y divide-line">
              {shown.map((row) => (
                <ThemeTreeRow
                  key={row.themeId}
                  row={row}
                  figures={figures}
                  state={{
                    isCurrent: row === current,
                    isSelected: selected.has(row.themeId),
                    isOpen: opened.has(row.themeId),
                    isDropTarget: dropId === row.themeId,
                  }}
                  events={{
                    focus: () => setCurrent(row.themeId),
                    toggle: () => setOpened(flip(opened, row.themeId)),
                    select: actions && (() => setSelected(flip(selected, row.themeId))),
                    drag: actions && {
                      start: (event) => {
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', row.name);
                        setDragged(selected.has(row.themeId) ? chosen : [row.themeId]);
                      },
                      over: (event) => {
                        if (dragged.length === 0 || dragged.includes(row.themeId)) return;
                        event.preventDefault();
                        setDropId(row.themeId);
                      },
                      drop: (event) => {
                        event.preventDefault();
                        editor.ask({ kind: 'merge', themeIds: dragged, targetId: row.themeId });
                      },
                      end: () => {
                        setDragged([]);
                        setDropId(null);
                      },
                    },
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {actions && (
        <ThemeQuestions
          workspaceSlug={figures.workspaceSlug}
          editor={editor}
          actions={actions}
          themes={rows.map(({ themeId, name, parentId }) => ({ id: themeId, name, parentId }))}
        />
      )}
      <KeyHelp isOpen={needsHelp} onClose={() => setHelp(false)} mayEdit={actions !== null} />
    </div>
  );
}
