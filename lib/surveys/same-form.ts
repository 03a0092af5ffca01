import { newId, sha256 } from '@/lib/core/ids';

/** Two clicks are closer together than this; a person who answers again is not. */
const DOUBLE_CLICK_MS = 3000;
const MOST_KEPT = 1000;

interface Kept {
  /** By sender and words of the form. */
  forms: Map<string, { responseId: string; untilMs: number }>;
  /** Which form each response is of. */
  names: Map<string, string>;
}

// On globalThis, for what takes forms and what shows pages may be bundled apart.
const shared = globalThis as typeof globalThis & { verbatimForms?: Kept };
shared.verbatimForms ??= { forms: new Map(), names: new Map() };
const { forms, names } = shared.verbatimForms;

/**
 * The response of a form that carries no id of one: that of the very same form which the same sender sent a moment ago and whose
 * reply their browser has not followed yet, or a new one. A second click comes while the first is under way; another
 * person behind the same address sends theirs when the first browser has gone on. It is kept in the memory of the one web process, as rate
 * limits are.
 */
export function recogniseForm(sender: string, form: object, now: Date): string {
  const name = sha256(`${sender} ${JSON.stringify(form)}`);
  const before = forms.get(name);
  if (before && before.untilMs > now.getTime()) return before.responseId;
  forget(name);
  const responseId = newId();
  forms.set(name, { responseId, untilMs: now.getTime() + DOUBLE_CLICK_MS });
  names.set(responseId, name);
  for (const oldest of forms.keys()) {
    if (forms.size <= MOST_KEPT) break;
    forget(oldest);
  }
  return responseId;
}

/** Notes that a browser has come to the page that a form led it to: from now on the same form is another's. */
export function noteFollowed(responseId: string): void {
  const name = names.get(responseId);
  if (name !== undefined) forget(name);
}

function forget(name: string): void {
  const kept = forms.get(name);
  if (kept) names.delete(kept.responseId);
  forms.delete(name);
}
