import { ExpectedError } from '@/lib/core/errors';

const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 80;

// Two that write the same new contact or account at once: the later one finds it there when it looks again. Codes of
// Prisma (unique, write conflict) and of PostgreSQL (unique, serialisation, deadlock).
const COLLISION = /\b(P2002|P2034|23505|40001|40P01)\b/;

/** Runs a transaction again that met another one's rows. @throws ExpectedError 'unavailable' when it keeps meeting them. */
export async function retryCollisions<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isCollision(error)) throw error;
      if (attempt === ATTEMPTS) {
        throw new ExpectedError(
          'unavailable',
          'Other requests write the same rows at this moment. Send this one again in a few seconds.',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_WAIT_MS * attempt));
    }
  }
}

function isCollision(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const meta = 'meta' in error ? JSON.stringify(error.meta) : '';
  // As the driver tells it, of a statement past Prisma.
  const cause = 'cause' in error ? JSON.stringify(error.cause) : '';
  return COLLISION.test(`${code} ${meta} ${cause}`);
}
