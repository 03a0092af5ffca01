import { seedFrom } from '@/lib/core/random';

/**
 * A short key of a header: the same for files with the same column names in the same order, whatever their case and
 * spaces, so that a saved mapping is found again. Two 32-bit hashes; a mapping found by it is still checked by name.
 */
export function headerKey(header: readonly string[]): string {
  const names = JSON.stringify(header.map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase()));
  const hash = (salt: string) =>
    seedFrom(salt + names)
      .toString(16)
      .padStart(8, '0');
  return `${hash('a')}${hash('b')}`;
}
