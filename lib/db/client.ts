import { env } from '@/lib/core/env';
import { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { OneAtATimePg } from '@/lib/db/one-at-a-time';

/** A client inside an open transaction. */
export type Db = Prisma.TransactionClient;
export { Prisma };

// Kept on globalThis so that `next dev`, which reloads modules, does not open a new pool at each change; by class, for the web
// server holds the product twice, as Next.js bundled it and as its own modules, and each copy knows but its own queries.
const shared = globalThis as typeof globalThis & {
  verbatimClients?: Map<typeof PrismaClient, PrismaClient>;
};
shared.verbatimClients ??= new Map();
const clients = shared.verbatimClients;

function connect(): PrismaClient {
  const { DATABASE_URL, STATEMENT_SECONDS } = env();
  const client = new PrismaClient({
    adapter: new OneAtATimePg({
      ...{ connectionString: DATABASE_URL, max: 10 },
      // Days are UTC days, whatever the server's zone.
      options: `-c timezone=UTC -c statement_timeout=${Math.round(STATEMENT_SECONDS * 1000)}`,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
  clients.set(PrismaClient, client);
  return client;
}

/**
 * The connection to the database, as the application role. Only lib/db opens it: everybody else goes through
 * {@link Scope.run}, which says for which workspace.
 */
export function database(): PrismaClient {
  return clients.get(PrismaClient) ?? connect();
}

/** Closes the pool; for processes that end, such as the worker and the seed. */
export async function disconnect(): Promise<void> {
  await clients.get(PrismaClient)?.$disconnect();
  clients.delete(PrismaClient);
}
