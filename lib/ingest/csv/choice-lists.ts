/** What parts several choices within one cell. */
export const LIST_SIGNS = [';', ','] as const;
export type ListSign = (typeof LIST_SIGNS)[number];

/** A comma of a list has no space behind it, as survey tools write them ("Reports,Exports"), and no number's part. */
const BETWEEN = { ';': /\s*;\s*/, ',': /,(?=[^\s\d])/ } as const satisfies Record<ListSign, RegExp>;
/** Choices that a question may offer, and characters of one. */
const MOST_CHOICES = 40;
const MOST_CHOICE_CHARS = 100;
const MOST = 0.9;

export function splitChoices(cell: string, sign: ListSign): string[] {
  return cell
    .split(BETWEEN[sign])
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
}

/**
 * The sign between choices where cells hold several: their parts are few, short, and come back in other cells, alone or
 * in other company. Null where a cell is one choice, or words of somebody's own.
 */
export function findListSign(values: readonly string[]): ListSign | null {
  const distinct = [...new Set(values)];
  return (
    LIST_SIGNS.find((sign) => {
      const lists = distinct.map((value) => splitChoices(value, sign));
      const cellsOf = new Map<string, number>();
      for (const choice of lists.flatMap((list) => [...new Set(list)]))
        cellsOf.set(choice, (cellsOf.get(choice) ?? 0) + 1);
      const joined = lists.filter(({ length }) => length > 1).flat();
      const comeBack = joined.filter((choice) => (cellsOf.get(choice) ?? 0) > 1).length;
      return (
        joined.length > 0 &&
        comeBack >= joined.length * MOST &&
        cellsOf.size <= MOST_CHOICES &&
        joined.every(({ length }) => length <= MOST_CHOICE_CHARS)
      );
    }) ?? null
  );
}
