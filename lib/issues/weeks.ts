const MS_PER_DAY = 86_400_000;

/** The last weeks up to a day (included), oldest first, as ISO days; both ends belong to the week. */
export function weekStarts(asOf: Date, weeks: number): { from: string; to: string }[] {
  const day = (daysBefore: number) =>
    new Date(asOf.getTime() - daysBefore * MS_PER_DAY).toISOString().slice(0, 10);
  return Array.from({ length: weeks }, (_, index) => {
    const weeksBefore = weeks - 1 - index;
    return { from: day(7 * weeksBefore + 6), to: day(7 * weeksBefore) };
  });
}
