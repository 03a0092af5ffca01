import { env } from '@/lib/core/env';

/** The caller's address for limiting, or null: the header X-Forwarded-For is believed only behind a proxy of our own. */
export function networkAddress(forwarded: unknown): string | null {
  if (!env().trustProxy || typeof forwarded !== 'string') return null;
  return forwarded.split(',').at(-1)?.trim() || null;
}
