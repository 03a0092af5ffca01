import { findContactNames } from '@/lib/accounts/find-contact-names';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ForeseenRedactions } from '@/lib/feedback/foreseen-redactions';
import { toStorable } from '@/lib/feedback/to-storable';
import { type RedactedText, redactPersonalData } from '@/lib/nlp/redact';
import { compileAllowedTerms } from '@/lib/nlp/redaction/allowed-terms';
import { compileKnownNames } from '@/lib/nlp/redaction/known-names';
import { getSetting } from '@/lib/settings/queries';

/** Takes personal data out of texts the way one workspace wants it, and what the database cannot hold. */
export interface Redactor {
  /** @param language as the source says it, ISO 639-1 */
  redact: (text: string, language?: string | null) => RedactedText;
  /** Fields of a source that have no column of their own: an agent's note is as full of numbers as a comment. */
  redactFields: (fields: Record<string, string>) => Record<string, string>;
}

/**
 * The redactor for a batch of texts: it leaves the workspace's allowed terms alone and knows the names of its contacts
 * that the texts speak of, among them the people the texts are from.
 * @param foreseen what was redacted beforehand, and need not be again where nothing has changed
 */
export async function openRedactor(
  scope: Scope,
  {
    texts,
    contactIds,
    foreseen = null,
  }: { texts: readonly string[]; contactIds: readonly string[]; foreseen?: ForeseenRedactions | null },
): Promise<Redactor> {
  return scope.run(async (_db, inner) => {
    const { allowedTerms } = await getSetting(inner, 'redaction');
    const names = await findContactNames(inner, { texts: texts.map(toStorable), contactIds });
    const knownNames = compileKnownNames(names);
    const options = { allowedTerms: compileAllowedTerms(allowedTerms), knownNames };
    const redact = (written: string, language: string | null = null) => {
      const text = toStorable(written);
      return (
        foreseen?.find({ text, language }, { terms: allowedTerms, knownNames }) ??
        redactPersonalData(text, { ...options, language })
      );
    };
    return {
      redact,
      redactFields: (fields) =>
        Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redact(value).text])),
    };
  });
}

/** Equal hashes mean equal stored texts. */
export function hashStoredText(storedText: string): string {
  return sha256(storedText);
}
