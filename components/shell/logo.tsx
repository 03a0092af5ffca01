/** The mark: a pair of opening quotes, and the line under words that were marked. */
export function Logo({ className = 'size-7' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        className="fill-on-accent"
        d="M14.2 7.5c-4 1.7-6.4 4.9-6.4 8.6 0 2.6 1.5 4.3 3.6 4.3 1.9 0 3.3-1.4 3.3-3.2 0-1.8-1.2-3.1-2.9-3.1h-.6c.3-1.8 1.8-3.6 4-4.7zM24.4 7.5c-4 1.7-6.4 4.9-6.4 8.6 0 2.6 1.5 4.3 3.6 4.3 1.9 0 3.3-1.4 3.3-3.2 0-1.8-1.2-3.1-2.9-3.1h-.6c.3-1.8 1.8-3.6 4-4.7z"
      />
      <rect x="7.8" y="23.2" width="17.1" height="2" rx="1" className="fill-on-accent" opacity=".7" />
    </svg>
  );
}

/** The mark with the name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-voice text-xl font-semibold tracking-tight">
      <Logo />
      Verbatim
    </span>
  );
}
