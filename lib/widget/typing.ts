/** A pause of somebody who writes, after which what stands there is worth saving. */
const PAUSE_MS = 1500;

/**
 * Saves what is typed: when its field is left, at a pause, and when the page is hidden or closed, which browsers tell of only
 * there and then.
 */
export function saveWhileTyped(field: EventTarget, save: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveNow = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, PAUSE_MS);
  });
  field.addEventListener('change', () => {
    clearTimeout(timer);
    timer = undefined;
    save();
  });
  addEventListener('pagehide', saveNow);
  document.addEventListener('visibilitychange', saveNow);
}
