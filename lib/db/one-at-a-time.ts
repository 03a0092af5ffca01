import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** One statement inside a transaction, past Prisma: see {@link noteTransaction}. */
export type Statement = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** Where the transaction that is being opened is noted. */
const noted = new AsyncLocalStorage<{ statement: Statement | null }>();

/**
 * Calls what opens a transaction, and gives it the way past Prisma to that transaction's connection. Prisma writes the parameters of a
 * statement out, plans them and reads them back, which for megabytes of them takes as long as all else that an import does.
 */
export function noteTransaction<T>(open: (statement: Statement) => Promise<T>): Promise<T> {
  const note: { statement: Statement | null } = { statement: null };
  return noted.run(note, () =>
    open((sql, values) => {
      if (!note.statement) throw new Error('no transaction is open');
      return note.statement(sql, values);
    }),
  );
}

/**
 * Prisma asks for several relations of a row at once, also inside a transaction, which has one connection. There pg can
 * only put them in a row, and from version 9 on refuses to: so each waits for the one before it here.
 */
export class OneAtATimePg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const { transaction, statement } = oneAtATime(await startTransaction(isolationLevel));
      const note = noted.getStore();
      // The first is the one that was called for: what else opens one meanwhile must not take its place.
      if (note) note.statement ??= statement;
      return transaction;
    };
    return adapter;
  }
}

const ENDS_TRANSACTION = /^(?:COMMIT|ROLLBACK)$/;

function oneAtATime(transaction: Transaction): { transaction: Transaction; statement: Statement } {
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const afterLast = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  const end = (how: 'commit' | 'rollback') => {
    const ended = transaction[how].bind(transaction);
    return () => {
      isOver = true;
      return ended();
    };
  };
  const statement: Statement = async <Row>(sql: string, values: readonly unknown[]) => {
    // Its connection may be another's by now.
    if (isOver) throw new Error('the transaction is over');
    const argTypes = values.map((value) => ({
      scalarType: 'string' as const,
      arity: Array.isArray(value) ? ('list' as const) : ('scalar' as const),
    }));
    const { columnNames, rows } = await afterLast(() => queryRaw({ sql, args: [...values], argTypes }));
    return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])) as Row);
  };
  return {
    transaction: Object.assign(transaction, {
      queryRaw: (query: Parameters<typeof queryRaw>[0]) => afterLast(() => queryRaw(query)),
      executeRaw: (query: Parameters<typeof executeRaw>[0]) => {
        if (ENDS_TRANSACTION.test(query.sql)) isOver = true;
        return afterLast(() => executeRaw(query));
      },
      commit: end('commit'),
      rollback: end('rollback'),
    }),
    statement,
  };
}
