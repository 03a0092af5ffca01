/** What an account pays a year from a day on, in minor units of the currency. */
export interface ArrLine {
  validFrom: Date;
  arrCents: bigint;
  currency: string;
  /** Why it changed to that, as far as anybody said. */
  reason: string | null;
}

const dayOf = ({ validFrom }: ArrLine) => validFrom.toISOString().slice(0, 10);

/** A history with lines laid over it: one line a day, the later word for a day wins. */
export function layOver<Line extends ArrLine>(known: readonly Line[], given: readonly Line[]): Line[] {
  return [...new Map([...known, ...given].map((line) => [dayOf(line), line])).values()];
}

/** Those of the lines given that say something the known ones do not; a source that gives no reason takes none back. */
export function findNewLines(known: readonly ArrLine[], given: readonly ArrLine[]): ArrLine[] {
  const lineOf = new Map(known.map((line) => [dayOf(line), line]));
  return given.filter((line) => {
    const stored = lineOf.get(dayOf(line));
    return (
      stored?.arrCents !== line.arrCents ||
      stored.currency !== line.currency ||
      (line.reason !== null && stored.reason !== line.reason)
    );
  });
}

/** The line that holds on a day; null before the first. */
export function findLineOn<Line extends ArrLine>(lines: readonly Line[], day: Date): Line | null {
  return lines
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<Line | null>(
      (newest, line) => (newest && newest.validFrom >= line.validFrom ? newest : line),
      null,
    );
}
