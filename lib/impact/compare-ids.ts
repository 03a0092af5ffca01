/** Order of ids by code unit: the same on every machine and, for ASCII ids, in SQL under `collate "C"`. */
export function compareIds(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
