/**
 * An order with an entry at a place, counted from 0. Where the entry stood before goes what it takes the place of; an empty
 * entry gives the place up, and those after it move on.
 */
export function placeEntry(order: readonly string[], place: number, entry: string): string[] {
  const changed = [...order];
  const before = entry === '' ? -1 : changed.indexOf(entry);
  if (before >= 0) changed[before] = order[place] ?? '';
  changed[place] = entry;
  return changed.filter(Boolean);
}
