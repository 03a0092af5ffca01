import { createHash, hash, randomBytes, randomUUID } from 'node:crypto';

/**
 * A UUID of version 7: its first 48 bits are the time in milliseconds, so that rows made together lie together in an
 * index. Source: RFC 9562, section 5.7.
 */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs !== written.nowMs) {
    const time = nowMs.toString(16).padStart(12, '0');
    written = { nowMs, beginning: `${time.slice(0, 8)}-${time.slice(8)}-7` };
  }
  // What is random of a UUID of version 4, which Node fetches many at a time: an import makes three ids a row.
  return written.beginning + randomUUID().slice(15);
}

/** The time as the last id has it: many are made in one millisecond. */
let written = { nowMs: Number.NaN, beginning: '' };

/** A UUID of version 8 made of a text: the same text gives the same id. */
export function idFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return format(bytes.toString('hex'));
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** A secret for links and keys: 32 random bytes, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret for an address of e-mail, whose letters any server on the way may make small: 20 random bytes. */
export function newMailToken(): string {
  return randomBytes(20).toString('hex');
}

/** A name for an address that is public but not to be guessed: 12 random bytes. */
export function newPublicKey(): string {
  return randomBytes(12).toString('base64url');
}

function format(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
