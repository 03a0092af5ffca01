import type { Prisma } from '@/lib/db/client';
import type { ImportProfile } from '@/lib/ingest/schema';

/** A profile as the database can hold it: without NUL characters and halves of surrogate pairs, which Postgres refuses. */
export function storedProfile(profile: ImportProfile): Prisma.InputJsonObject {
  const storable = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;
  return JSON.parse(JSON.stringify(profile, storable)) as Prisma.InputJsonObject;
}
