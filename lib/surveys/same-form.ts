import { newId, sha256 } from '@/lib/core/ids';

/** Two clicks are closer together than this; a person who answers again is not. */
const DOUBLE_CLICK_MS = 3000;
const MOST_KEPT = 1000;

const kept = new Map<string, { responseId: string; untilMs: number }>();

/**
 * The response of a form that carries no id of one: that of the very same form which the same sender sent a moment ago, or a
 * new one. It is kept in the memory of the one web process, as rate limits are.
 */
export function recogniseForm(sender: string, form: object, now: Date): string {
  const name = sha256(`${sender} ${JSON.stringify(form)}`);
  const before = kept.get(name);
  if (before && before.untilMs > now.getTime()) return before.responseId;
  const responseId = newId();
  kept.delete(name);
  kept.set(name, { responseId, untilMs: now.getTime() + DOUBLE_CLICK_MS });
  if (kept.size > MOST_KEPT) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  return responseId;
}
