import { setImmediate } from 'node:timers/promises';
import type { Scope } from '@/lib/db/scope';
import { toStorable } from '@/lib/feedback/to-storable';
import { type RedactedText, redactPersonalData } from '@/lib/nlp/redact';
import { compileAllowedTerms } from '@/lib/nlp/redaction/allowed-terms';
import { holdsKnownName } from '@/lib/nlp/redaction/find-known-names';
import type { KnownNames } from '@/lib/nlp/redaction/known-names';
import { getSetting } from '@/lib/settings/queries';

/** A text with the language that its source says it is in, ISO 639-1. */
export interface TextToCome {
  text: string;
  language: string | null;
}

/** Texts redacted in one go: some milliseconds. */
const PIECE = 100;

/**
 * Redactions made before the transaction that stores them, while the database is busy with other rows: as though nobody were known
 * by name and the workspace's terms stayed as they are. Where that does not hold, a text is to be redacted again.
 */
export class ForeseenRedactions {
  readonly #byText = new Map<string, { language: string | null; redacted: RedactedText }>();

  private constructor(private readonly allowedTerms: readonly string[]) {}

  /** Makes the function that foresees the redactions of one batch after the other. */
  static async open(scope: Scope): Promise<(texts: readonly TextToCome[]) => Promise<ForeseenRedactions>> {
    const terms = (await getSetting(scope, 'redaction')).allowedTerms;
    const allowedTerms = compileAllowedTerms(terms);
    return async (texts) => {
      const foreseen = new ForeseenRedactions(terms);
      for (const [index, { text, language }] of texts.entries()) {
        if (index % PIECE === PIECE - 1) await setImmediate();
        const storable = toStorable(text);
        const redacted = redactPersonalData(storable, { allowedTerms, language });
        foreseen.#byText.set(storable, { language, redacted });
      }
      return foreseen;
    };
  }

  /** What a text is redacted to, as far as it was foreseen, with what is known now; else null. */
  find(
    { text, language }: TextToCome,
    { terms, knownNames }: { terms: readonly string[]; knownNames: KnownNames },
  ): RedactedText | null {
    const foreseen = this.#byText.get(text);
    if (foreseen?.language !== language || !isSameList(terms, this.allowedTerms)) return null;
    if (knownNames.byFirstWord.size === 0 && !knownNames.unspaced) return foreseen.redacted;
    // What was replaced may have laid bare a name.
    const mayHoldName = foreseen.redacted.redactions.length > 0 || holdsKnownName(text, knownNames);
    return mayHoldName ? null : foreseen.redacted;
  }
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);
