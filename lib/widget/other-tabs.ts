/** A page of a survey as it tells others of the same survey of itself. */
interface Told {
  responseId: string;
  /** Nothing is saved of it, and nobody has touched it. */
  isFresh: boolean;
  /** Milliseconds since 1970 when it was opened. */
  openedAt: number;
}

interface Page {
  /** Names the survey, the person and the hidden fields: pages that differ in these are not the same. */
  name: string;
  responseId: string;
  /** Whether nothing is saved of the response. */
  isFresh: boolean;
  openedAt: number;
  form: EventTarget;
  /** Shows another response in this page's place. */
  goTo: (responseId: string) => void;
}

/**
 * Makes one response of a survey that is open in several tabs of a browser: a page that is not begun asks the others, and goes
 * to the response of one that is, or else of the one that was opened first. It is done by messages between open tabs: nothing stays in
 * the browser, so who comes to a shared device later finds nobody's answers.
 */
export function shareResponse({ name, responseId, isFresh: isNew, openedAt, form, goTo }: Page): void {
  // A browser without it has a response for each tab.
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(name);
  let isFresh = isNew;
  form.addEventListener('input', () => {
    isFresh = false;
  });
  const tell = () => channel.postMessage({ responseId, isFresh, openedAt } satisfies Told);
  channel.onmessage = ({ data: other }: MessageEvent<Told>) => {
    if (other.responseId === responseId) return;
    if (!isBefore(other, { responseId, isFresh, openedAt })) tell();
    else if (isFresh) {
      channel.close();
      goTo(other.responseId);
    }
  };
  tell();
}

/** Of two pages, which one the other goes to. */
function isBefore(one: Told, other: Told): boolean {
  if (one.isFresh !== other.isFresh) return !one.isFresh;
  if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt;
  return one.responseId < other.responseId;
}
