/** A dash where nothing is known, with the reason for those who ask and those who listen. */
export function Unknown({ reason }: { reason: string }) {
  return (
    <span className="text-ink-mute" title={reason}>
      <span aria-hidden>–</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}
