const TERMINAL_INTERVAL_MS = 200;
const LOG_INTERVAL_MS = 10_000;

export interface Progress {
  /** Says that one more row is done; prints only now and then. */
  tick(): void;
  /** Prints the total and the rate. */
  finish(): void;
}

/** Counts rows on stderr: a line that rewrites itself on a terminal, else a line every ten seconds and one at the end. */
export function startProgress(verb: string): Progress {
  const startedAt = performance.now();
  const isTerminal = process.stderr.isTTY === true;
  const interval = isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS;
  let printedAt = startedAt;
  let rows = 0;
  const print = (now: number, ending: string) => {
    const seconds = (now - startedAt) / 1000;
    const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
    const line = `${verb} ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} in ${seconds.toFixed(1)} s (${rate.toLocaleString('en')} rows/s)`;
    process.stderr.write(isTerminal ? `\r${line}${ending}` : `${line}\n`);
    printedAt = now;
  };
  return {
    tick() {
      rows++;
      const now = performance.now();
      if (now - printedAt >= interval) print(now, '');
    },
    finish: () => print(performance.now(), '\n'),
  };
}
