/** Bits that must be nought at the beginning of a proof's hash: some ten thousand hashes, a second or two on a phone. */
export const PROOF_BITS = 14;
/** Hashes asked for at a time: a few milliseconds' work, so that the page stays quick. */
const AT_A_TIME = 100;

/** Solves a challenge. @returns "CHALLENGE:NUMBER"; empty where the browser cannot hash, as on pages without https. */
export type Solve = (challenge: string) => Promise<string>;

/** Whether the hash begins with enough bits of nought. */
export function isProof(hash: Uint8Array): boolean {
  return (((hash[0] ?? 255) << 8) | (hash[1] ?? 255)) >> (16 - PROOF_BITS) === 0;
}

/** Tries number after number (Back 2002, "Hashcash"), with the hash of the browser, which works beside the page. */
export const solve: Solve = async (challenge) => {
  const { subtle } = globalThis.crypto;
  if (!subtle) return '';
  const encoder = new TextEncoder();
  for (let first = 0; ; first += AT_A_TIME) {
    const proofs = Array.from({ length: AT_A_TIME }, (_, index) => `${challenge}:${first + index}`);
    const hashes = await Promise.all(proofs.map((proof) => subtle.digest('SHA-256', encoder.encode(proof))));
    const found = proofs.find((_, index) => isProof(new Uint8Array(hashes[index] ?? new ArrayBuffer(0))));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
};

if (typeof window !== 'undefined') window.verbatimProof = solve;
