export type ReviewCommand = 'yes' | 'no' | 'other' | 'skip' | 'undo';

export const reviewKeys: Record<ReviewCommand, string> = {
  yes: 'y',
  no: 'n',
  other: 'c',
  skip: 's',
  undo: 'u',
};

interface Press {
  key: string;
  /** True while a key is held down. */
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The command of a key, or null. A key held down counts once; with a modifier it belongs to the browser. */
export function commandOf({ key, repeat, ctrlKey, metaKey, altKey }: Press): ReviewCommand | null {
  if (repeat || ctrlKey || metaKey || altKey) return null;
  const commands = Object.keys(reviewKeys) as ReviewCommand[];
  return commands.find((command) => reviewKeys[command] === key.toLowerCase()) ?? null;
}
