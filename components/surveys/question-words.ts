/** A question's words for a reader of results: what stood in its place for each person differs, so it is what stands in for it, or "…". */
export function questionWords(text: string): string {
  return text.replace(/\{\{@?[\w-]+(?:\|([^{}]*))?\}\}/g, (_, other: string | undefined) => other || '…');
}
