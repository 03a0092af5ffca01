import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict, ExpectedError, notFound } from '@/lib/core/errors';
import { formatDuration } from '@/lib/core/format';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { InvalidForm } from '@/lib/http/invalid-form';
import { ensureSystemSource } from '@/lib/ingest/arrivals/ensure-system-source';
import type { ConnectorKind } from '@/lib/ingest/connectors/connector';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import type { ConnectorForm, ConnectorKindName } from '@/lib/ingest/connectors/connector-schema';
import {
  asRecord,
  connectorSecretsPlace,
  kindOf,
  openConnector,
} from '@/lib/ingest/connectors/open-connector';
import { enqueue } from '@/lib/jobs/queue';
import { ApiError } from '@/lib/outbound/api-error';
import { type Send, sendRequest } from '@/lib/outbound/send-request';
import { sealText, unsealText } from '@/lib/settings/sealed-text';

/**
 * Sets up a connector and lets it run at once.
 * @returns its id.
 * @throws InvalidForm naming every field of its kind that does not fit.
 */
export async function createConnector(
  scope: Scope,
  { kind, since, ...form }: ConnectorForm & { kind: ConnectorKindName; since: Date },
): Promise<string> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'member') throw new ExpectedError('denied', 'Connectors are made by members.');
  const { settings, secrets } = readForm(connectorKinds[kind], form, {});
  const [id, name] = [newId(), form.name || connectorKinds[kind].name];
  await scope.run(async (db, inner) => {
    const sourceId = await ensureSystemSource(inner, { system: kind, name, kind: 'connector' });
    await db.connector.create({
      data: {
        ...{ workspaceId, id, sourceId, kind, name, settings, since },
        secrets: sealText(inner, connectorSecretsPlace(id), JSON.stringify(secrets)),
        intervalMinutes: form.intervalMinutes,
        nextRunAt: new Date(),
        createdById: actor.memberId,
      },
    });
    await audit(inner, 'connector.created', id, { kind, name });
    await enqueue(inner, 'ingest.pull', { connectorId: id });
  });
  return id;
}

/**
 * Changes how a connector is set up. An empty secret keeps the stored one, but for another server all are to be entered anew,
 * so that nobody can have them sent to a server of theirs. One that needed a person is tried at once.
 * @throws InvalidForm, ExpectedError 'not_found'
 */
export async function updateConnector(scope: Scope, connectorId: string, form: ConnectorForm): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const stored = await get(db, scope, connectorId);
    const kind = kindOf(stored.kind);
    const before = asRecord(stored.settings);
    const isSameServer = !('baseUrl' in before) || before.baseUrl === originOf(form.baseUrl);
    const known = isSameServer
      ? asRecord(JSON.parse(unsealText(inner, connectorSecretsPlace(connectorId), stored.secrets)))
      : {};
    const { settings, secrets } = readForm(kind, form, known);
    await db.connector.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: connectorId } },
      data: {
        ...{ settings, intervalMinutes: form.intervalMinutes, name: form.name || kind.name },
        secrets: sealText(inner, connectorSecretsPlace(connectorId), JSON.stringify(secrets)),
      },
    });
    await audit(inner, 'connector.changed', connectorId, { name: form.name || kind.name });
    // Whoever mends it sees at once whether that helped.
    if (stored.needsPerson && !stored.isPaused) await runNow(inner, connectorId);
  });
}

async function runNow(scope: Scope, connectorId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.connector.update({
      where: { workspaceId_id: { workspaceId, id: connectorId } },
      data: { nextRunAt: new Date() },
    });
    await enqueue(inner, 'ingest.pull', { connectorId });
  });
}

/** Reads the fields of a kind; secrets left empty are the known ones. @throws InvalidForm */
function readForm(
  kind: ConnectorKind,
  form: Record<string, unknown>,
  known: Record<string, unknown>,
): { settings: Prisma.InputJsonObject; secrets: Record<string, unknown> } {
  const isSecret = ({ type }: ConnectorKind['fields'][number]) => type.startsWith('secret');
  const config = kind.schema.safeParse(
    Object.fromEntries(
      kind.fields.map((field) => [
        field.name,
        form[field.name] === undefined || form[field.name] === ''
          ? isSecret(field)
            ? (known[field.name] ?? '')
            : ''
          : form[field.name],
      ]),
    ),
  );
  if (!config.success) throw new InvalidForm(config.error);
  const values = asRecord(config.data);
  const pick = (wanted: boolean) =>
    Object.fromEntries(
      kind.fields.filter((field) => isSecret(field) === wanted).map(({ name }) => [name, values[name]]),
    );
  return { settings: pick(false) as Prisma.InputJsonObject, secrets: pick(true) };
}

const originOf = (url: unknown) =>
  typeof url === 'string' && URL.canParse(url.trim()) ? new URL(url.trim()).origin : null;

/**
 * Asks the system whether address, key and target are right; nothing is read or changed.
 * @returns what would be read, in words.
 * @throws ExpectedError 'unavailable' saying what is wrong.
 */
export async function testConnector(
  scope: Scope,
  connectorId: string,
  send: Send = sendRequest,
): Promise<string> {
  requirePermission(scope, 'settings.edit');
  const stored = await scope.run((db) => get(db, scope, connectorId));
  try {
    return await openConnector(scope, stored, send).test();
  } catch (error) {
    if (error instanceof ApiError) throw new ExpectedError('unavailable', explain(error));
    throw error;
  }
}

const explain = ({ message, retryAfterSeconds }: ApiError) =>
  retryAfterSeconds ? `${message} Try again in ${formatDuration(retryAfterSeconds)}.` : message;

/** Lets a connector run now, and one that was paused go on where it stopped. @throws ExpectedError 'conflict' while it runs. */
export async function startConnector(scope: Scope, connectorId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const stored = await get(db, scope, connectorId);
    const now = new Date();
    if (stored.claimedUntil && stored.claimedUntil > now) throw conflict('It runs already.');
    await db.connector.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: connectorId } },
      data: { isPaused: false, nextRunAt: now, ...(stored.isPaused ? { failures: 0 } : {}) },
    });
    await audit(inner, stored.isPaused ? 'connector.resumed' : 'connector.started', connectorId);
    await enqueue(inner, 'ingest.pull', { connectorId });
  });
}

/** Stops a connector: a run ends after the page at hand, and none follows until somebody lets it go on. */
export async function stopConnector(scope: Scope, connectorId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const stored = await get(db, scope, connectorId);
    const isRunning = stored.claimedUntil !== null && stored.claimedUntil > new Date();
    await db.connector.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: connectorId } },
      data: isRunning ? { isCancelled: true } : { isPaused: true, nextRunAt: null },
    });
    await audit(inner, 'connector.stopped', connectorId);
  });
}

/** Forgets a connector with its keys and runs; what it brought stays. @throws ExpectedError 'not_found' */
export async function removeConnector(scope: Scope, connectorId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const { count } = await db.connector.deleteMany({
      where: { workspaceId: scope.workspaceId, id: connectorId },
    });
    if (count === 0) throw notFound('connector');
    await audit(inner, 'connector.removed', connectorId);
  });
}

async function get(db: Db, { workspaceId }: Scope, id: string) {
  const stored = await db.connector.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!stored) throw notFound('connector');
  return stored;
}

function audit(scope: Scope, action: string, subjectId: string, details = {}): Promise<void> {
  return recordAudit(scope, { action, subjectKind: 'connector', subjectId, details });
}
