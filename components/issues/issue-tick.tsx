/** Ticks an issue of the list for what is done to several at once. */
export function IssueTick({ issueId, title }: { issueId: string; title: string }) {
  return (
    <label className="-m-1 cursor-pointer p-1">
      <span className="sr-only">Tick {title}</span>
      <input
        type="checkbox"
        name="issueIds"
        value={issueId}
        className="mt-1 block size-[1.125rem] shrink-0 cursor-pointer accent-accent coarse:size-6"
      />
    </label>
  );
}
