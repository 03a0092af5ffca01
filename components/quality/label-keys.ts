import type { Answer } from '@/lib/quality/schema';

/** What a key asks for on the desk. */
export type DeskCommand = { kind: 'answer'; answer: Answer } | { kind: 'undo' } | { kind: 'skip' };

export const answerKeys: Record<Answer, string> = {
  negative: '1',
  neutral: '2',
  positive: '3',
  no_opinion: '0',
};
export const UNDO_KEYS = 'u Backspace';
export const SKIP_KEY = 's';

interface Press {
  key: string;
  /** True while a key is held down. */
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * The command of a key, or null. A key held down counts once, or it would label statements nobody has read; with a
 * modifier it belongs to the browser or to a screen reader.
 */
export function commandOf({ key, repeat, ctrlKey, metaKey, altKey }: Press): DeskCommand | null {
  if (repeat || ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  for (const [answer, answerKey] of Object.entries(answerKeys) as [Answer, string][]) {
    if (name === answerKey) return { kind: 'answer', answer };
  }
  if (UNDO_KEYS.split(' ').includes(name)) return { kind: 'undo' };
  return name === SKIP_KEY ? { kind: 'skip' } : null;
}
