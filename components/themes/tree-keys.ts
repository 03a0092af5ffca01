/** What a key asks for on the theme tree. */
export type TreeCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'openAll'
  | 'select'
  | 'clear'
  | 'visit'
  | 'merge'
  | 'move'
  | 'rename'
  | 'split'
  | 'lock'
  | 'exclude'
  | 'undo'
  | 'help';

const KEYS: Record<string, TreeCommand> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  '*': 'openAll',
  ' ': 'select',
  x: 'select',
  Escape: 'clear',
  Enter: 'visit',
  m: 'merge',
  v: 'move',
  r: 'rename',
  s: 'split',
  l: 'lock',
  e: 'exclude',
  u: 'undo',
  '?': 'help',
};

/** Commands that change nothing: those who may not edit have them too. */
const READING: ReadonlySet<TreeCommand> = new Set([
  'next',
  'previous',
  'first',
  'last',
  'open',
  'close',
  'openAll',
  'visit',
  'help',
]);

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The command of a key, or null. With a modifier a key belongs to the browser or to a screen reader. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Press, mayEdit: boolean): TreeCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const command = KEYS[key.length === 1 ? key.toLowerCase() : key];
  return command && (mayEdit || READING.has(command)) ? command : null;
}

/** The help sheet: keys and what they do. */
export const keyHelp: readonly { keys: string[]; does: string; edits: boolean }[] = [
  { keys: ['↑', '↓'], does: 'Go to the theme above or below', edits: false },
  { keys: ['→', '←'], does: 'Show or hide sub-themes; ← again goes to the theme above them', edits: false },
  { keys: ['*'], does: 'Show or hide all sub-themes', edits: false },
  { keys: ['Enter'], does: 'Open the theme', edits: false },
  { keys: ['Space', 'X'], does: 'Select, to do the same with several', edits: true },
  { keys: ['M'], does: 'Merge into another theme (or drag it there)', edits: true },
  { keys: ['V'], does: 'Move under another theme or to the top', edits: true },
  { keys: ['R'], does: 'Rename', edits: true },
  { keys: ['S'], does: 'Split off a part', edits: true },
  { keys: ['L'], does: 'Lock or unlock: no edit and no proposal touches a locked theme', edits: true },
  { keys: ['E'], does: 'Set aside: not counted, not ranked', edits: true },
  { keys: ['U'], does: 'Undo what you did last', edits: true },
  { keys: ['Esc'], does: 'Clear the selection', edits: true },
  { keys: ['?'], does: 'This sheet', edits: false },
];
