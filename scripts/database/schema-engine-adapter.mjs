import crypto from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { withClient, withDatabase } from './prepare.mjs';

/** PostgreSQL's type `"char"` of the system catalogues: the adapter rejects it, the engine asks for it. */
const CHAR_OID = 18;
const TEXT_OID = 25;
/** `ColumnTypeEnum.Character` of @prisma/driver-adapter-utils. */
const CHARACTER_COLUMN = 6;

/**
 * The adapter through which the schema engine speaks to PostgreSQL, with three faults of it mended: catalogue
 * columns of type `"char"`, scripts cut at every semicolon, and shadow databases when the address is given whole.
 *
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export function makeAdapterFactory({ url = 'postgresql://127.0.0.1/postgres', shadowDatabaseUrl }) {
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => sendScriptsWhole(readCharColumns(await connect()));
  factory.connectToShadowDb = () =>
    shadowDatabaseUrl ? makeAdapterFactory({ url: shadowDatabaseUrl }).connect() : connectToNewDatabase(url);
  return factory;
}

/** A database for the moment: made when asked for, dropped when the adapter is disposed of. */
async function connectToNewDatabase(url) {
  const database = `prisma_shadow_${crypto.randomUUID()}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`));
  const adapter = await makeAdapterFactory({ url: withDatabase(url, database) }).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await withClient(url, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`),
    );
  };
  return adapter;
}

/** The server finds the statements itself: a semicolon may stand in a comment, a string or a `DO $$` block. */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

function readCharColumns(adapter) {
  const charColumns = new WeakMap();
  const [performIO, queryRaw, startTransaction] = ['performIO', 'queryRaw', 'startTransaction'].map((name) =>
    adapter[name]?.bind(adapter),
  );
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const fields = result.fields.filter((field) => field.dataTypeID === CHAR_OID);
    charColumns.set(
      query,
      fields.map((field) => result.fields.indexOf(field)),
    );
    for (const field of fields) field.dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(query) ?? []) result.columnTypes[column] = CHARACTER_COLUMN;
    return result;
  };
  if (startTransaction)
    adapter.startTransaction = async (...args) => readCharColumns(await startTransaction(...args));
  return adapter;
}
