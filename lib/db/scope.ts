import { type Db, database, Prisma } from '@/lib/db/client';
import { noteTransaction, type Statement } from '@/lib/db/one-at-a-time';
import { sayTooSlow } from '@/lib/db/too-slow';

/** Who acts. Only a member has a role; a job acts for the workspace itself. */
export type Actor =
  | { kind: 'member'; memberId: string; userId: string; role: string }
  /** A program that showed a key. Its scopes are its rights: see lib/auth/api-scopes. */
  | { kind: 'api_key'; keyId: string; isPublic: boolean; scopes: readonly string[] }
  | { kind: 'job'; job: string }
  /** Another system that sent to an address of ours: it only adds what it tells. */
  | { kind: 'hook'; hookId: string }
  /** Somebody who answers a survey: nobody of the workspace, with no permission. */
  | { kind: 'respondent' }
  /** Somebody who holds a share link: reads what it opens, with no permission. */
  | { kind: 'guest' };

/**
 * The right to work in one workspace. Every query and command takes one; only sign-in, the worker and the
 * sample workspace issue them (`lib/architecture.test.ts` holds that).
 */
export class Scope {
  private constructor(
    readonly workspaceId: string,
    readonly actor: Actor,
    private readonly transaction: Db | null,
    private readonly statement: Statement | null,
  ) {}

  static issue(workspaceId: string, actor: Actor): Scope {
    return new Scope(workspaceId, actor, null, null);
  }

  /**
   * Runs `work` in a transaction that sees this workspace only. Inside such a transaction the inner scope reuses it,
   * so commands compose: all of it is written, or none.
   * @param longestSeconds after which the database takes it all back, where the usual two minutes are too few
   */
  async run<T>(
    work: (db: Db, scope: Scope) => Promise<T>,
    { longestSeconds }: { longestSeconds?: number } = {},
  ): Promise<T> {
    if (this.transaction) return work(this.transaction, this);
    return sayTooSlow(() =>
      noteTransaction((statement) =>
        database().$transaction(
          async (db) => {
            await statement(`SELECT set_config('app.workspace_id', $1, true)`, [this.workspaceId]);
            return work(db, new Scope(this.workspaceId, this.actor, db, statement));
          },
          longestSeconds === undefined ? {} : { timeout: longestSeconds * 1000 },
        ),
      ),
    );
  }

  /**
   * Runs a statement inside the scope's transaction as it stands, past Prisma: for parameters that are large, for Prisma makes several
   * copies of them, and for what runs very often, for it plans each statement anew.
   * @param sql with `$1`, `$2` … for the values, which are texts and lists of texts; never with a value written into it
   * @returns rows as PostgreSQL writes their values: numbers and JSON as text
   */
  runSql<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const { statement } = this;
    return statement
      ? sayTooSlow(() => statement<Row>(sql, values))
      : this.run((_db, inner) => inner.runSql(sql, values));
  }

  /**
   * Runs one statement by itself: one trip to the database instead of the four of {@link run}.
   * @param rest what follows `WITH entered AS (…)`, from the comma on. What it reads and writes must hang on `entered`, for only
   *   from there on the database is in this workspace: before, it shows no row and refuses every new one.
   */
  runStatement<Row>(rest: Prisma.Sql): Promise<Row[]> {
    const entered = Prisma.sql`WITH entered AS MATERIALIZED (
      SELECT set_config('app.workspace_id', ${this.workspaceId}, true))`;
    return sayTooSlow(() => (this.transaction ?? database()).$queryRaw<Row[]>`${entered}${rest}`);
  }
}

/** The member's id, or null when a job acts: what `createdById` columns and the audit trail hold. */
export function actorId(scope: Scope): string | null {
  return scope.actor.kind === 'member' ? scope.actor.memberId : null;
}

/**
 * Before a workspace is known: a transaction that sees the memberships of one user.
 */
export async function asUser<T>(userId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return database().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return work(db);
  });
}

/** Before a workspace is known: a transaction that sees the one row whose credential has this hash. */
export async function asCredential<T>(hash: string, work: (db: Db) => Promise<T>): Promise<T> {
  return database().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.credential_hash', ${hash}, true)`;
    return work(db);
  });
}

/** Before a workspace is known: a transaction that sees the one survey or site whose public key this is. */
export async function asPublicKey<T>(publicKey: string, work: (db: Db) => Promise<T>): Promise<T> {
  return database().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.public_key', ${publicKey}, true)`;
    return work(db);
  });
}

/** Rows that belong to no workspace: users and sign-in attempts. For lib/auth and lib/workspaces alone. */
export function identityDb(): Pick<Db, 'user' | 'signInAttempt'> {
  return database();
}
