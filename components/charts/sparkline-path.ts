/** The box a sparkline is drawn in, with room for the stroke at its edges. */
export type Box = { width: number; height: number; pad: number };

/**
 * The path of a line through `values`, evenly spaced and scaled to its own lowest and highest value. A null lifts the
 * pen; a lone value becomes a dot. Empty when nothing is known.
 */
export function sparklinePath(values: (number | null)[], { width, height, pad }: Box): string {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  const step = (width - 2 * pad) / Math.max(1, values.length - 1);
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return '';
      }
      const x = round(pad + index * step);
      const y = round(range === 0 ? height / 2 : height - pad - ((value - low) / range) * (height - 2 * pad));
      const alone = !drawing && (values[index + 1] ?? null) === null;
      const command = `${drawing ? 'L' : 'M'}${x} ${y}${alone ? 'h0' : ''}`;
      drawing = true;
      return command;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
