import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a secret belongs. It is bound to its place: copied into another row it cannot be opened. */
export interface SealContext {
  workspaceId: string;
  key: string;
}

/**
 * Encrypts a secret with AES-256-GCM under a fresh nonce.
 * @param masterKey 32 bytes.
 * @returns nonce (12 bytes), tag (16 bytes), ciphertext.
 */
export function seal(masterKey: Buffer, context: SealContext, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, masterKey, nonce).setAAD(placeOf(context));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** Opens what {@link seal} made; null when the key or the place is another one, or a byte was changed. */
export function unseal(masterKey: Buffer, context: SealContext, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, masterKey, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(placeOf(context))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const start = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8');
  try {
    return start + decipher.final('utf8');
  } catch {
    return null;
  }
}

function placeOf({ workspaceId, key }: SealContext): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, key]));
}
