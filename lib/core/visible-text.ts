/** White space of any kind and marks without width: nothing that anybody could read. */
const INVISIBLE = /^[\s\p{Cf}\p{Cc}\u00ad\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** Whether a text has at least one character that is seen. */
export function isVisible(text: string): boolean {
  const first = text.charCodeAt(0);
  // Asked of every cell of a file: most begin with a sign of ASCII.
  return (first > 32 && first < 127) || !INVISIBLE.test(text);
}
