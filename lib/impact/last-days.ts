const MS_PER_DAY = 86_400_000;

/** The `days` whole UTC days up to `end`, both ends included, as they stand in a feedback filter. */
export function lastDays(end: Date, days: number): { from: string; to: string } {
  const day = (back: number) => new Date(end.getTime() - back * MS_PER_DAY).toISOString().slice(0, 10);
  return { from: day(days - 1), to: day(0) };
}
