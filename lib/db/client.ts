import { env } from '@/lib/core/env';
import { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { OneAtATimePg } from '@/lib/db/one-at-a-time';

/** A client inside an open transaction. */
export type Db = Prisma.TransactionClient;
export { Prisma };

// Kept on globalThis so that `next dev`, which reloads modules, does not open a new pool at each change.
const shared = globalThis as typeof globalThis & { verbatimPrisma?: PrismaClient };

function connect(): PrismaClient {
  const client = new PrismaClient({
    // Days are UTC days, whatever the server's zone.
    adapter: new OneAtATimePg({ connectionString: env().DATABASE_URL, max: 10, options: '-c timezone=UTC' }),
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
  shared.verbatimPrisma = client;
  return client;
}

/**
 * The connection to the database, as the application role. Only lib/db opens it: everybody else goes through
 * {@link Scope.run}, which says for which workspace.
 */
export function database(): PrismaClient {
  return shared.verbatimPrisma ?? connect();
}

/** Closes the pool; for processes that end, such as the worker and the seed. */
export async function disconnect(): Promise<void> {
  await shared.verbatimPrisma?.$disconnect();
  shared.verbatimPrisma = undefined;
}
