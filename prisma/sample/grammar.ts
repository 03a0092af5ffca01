import type { RandomSource } from '@/lib/core/random';
import { drawOne, shuffle } from './draw';
import { slots } from './text/slots';

/** What a writer knows of the moment: fillers that take precedence over the general slots. */
export type Context = Readonly<Record<string, string>>;

/**
 * Draws frames and fills them in. Each list is dealt like a pack of cards: every frame comes once before any comes again,
 * so that no phrase is met more often than it must be.
 */
export class PhraseBook {
  private readonly packs = new Map<readonly string[], string[]>();
  private readonly lastDealt = new Map<readonly string[], string>();

  constructor(private readonly random: RandomSource) {}

  /** A frame of the list, filled in. Throws on an unknown slot or an empty list. */
  say(frames: readonly string[], context: Context): string {
    let pack = this.packs.get(frames);
    if (pack === undefined || pack.length === 0) {
      pack = shuffle(this.random, frames);
      const next = pack.at(-1);
      // A new pack does not begin with the card that ended the old one.
      if (next !== undefined && next === this.lastDealt.get(frames)) pack.unshift(...pack.splice(-1));
      this.packs.set(frames, pack);
    }
    const frame = pack.pop() ?? drawOne(this.random, frames);
    this.lastDealt.set(frames, frame);
    return this.fill(frame, context);
  }

  /** Resolves the branches, innermost first, then the slots, whose fillers may branch again. */
  private fill(frame: string, context: Context): string {
    let text = frame;
    while (text.includes('{')) {
      text = text.replace(/\{([^{}]*)\}/g, (_, branches: string) =>
        drawOne(this.random, branches.split('|')),
      );
    }
    text = text.replace(/<(\w+)>/g, (_, name: string) => {
      const known = context[name];
      if (known !== undefined) return known;
      return this.fill(drawOne(this.random, slots[name] ?? []), context);
    });
    return text
      .replace(/ {2,}/g, ' ')
      .replace(/ ([,.?!])/g, '$1')
      .trim();
  }
}
