import fs from 'node:fs';
import { z } from 'zod';
import { POST } from '@/app/api/v1/feedback/route';
import { callApi } from '@/lib/api/testing/call-api';
import { disconnect } from '@/lib/db/client';
import { Scope } from '@/lib/db/scope';
import { runConnector } from '@/lib/ingest/connectors/run-connector';
import { readHookDelivery } from '@/lib/ingest/hooks/read-hook-delivery';
import { receiveHook } from '@/lib/ingest/hooks/receive-hook';
import { runImport } from '@/lib/ingest/run-import';
import { closeQueue } from '@/lib/jobs/queue';
import { sendRequest } from '@/lib/outbound/send-request';

/** What the process does until somebody kills it. */
const taskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), workspaceId: z.string(), importId: z.string() }),
  z.object({ kind: z.literal('api'), key: z.string(), file: z.string() }),
  z.object({ kind: z.literal('hook'), workspaceId: z.string(), token: z.string(), file: z.string() }),
  z.object({ kind: z.literal('pull'), workspaceId: z.string(), connectorId: z.string(), at: z.number() }),
]);
export type KillTask = z.infer<typeof taskSchema>;

const signal = new AbortController().signal;
const jobScope = (workspaceId: string) => Scope.issue(workspaceId, { kind: 'job', job: 'ingest.import' });
const readFile = (file: string): unknown[] =>
  z.array(z.unknown()).parse(JSON.parse(fs.readFileSync(file, 'utf8')));

async function work(task: KillTask): Promise<void> {
  switch (task.kind) {
    case 'import':
      return runImport(jobScope(task.workspaceId), task.importId, signal);
    case 'api':
      for (const items of readFile(task.file)) {
        const { status, body } = await callApi(POST, { key: task.key, body: { items } });
        if (status >= 300) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
      }
      return;
    case 'hook':
      for (const message of readFile(task.file))
        await receiveHook(task.token, { headers: new Headers(), body: JSON.stringify(message) });
      return readDeliveries(jobScope(task.workspaceId));
    case 'pull':
      return runConnector(
        jobScope(task.workspaceId),
        task.connectorId,
        sendRequest,
        signal,
        () => new Date(task.at),
      );
  }
}

async function readDeliveries(scope: Scope): Promise<void> {
  const where = { workspaceId: scope.workspaceId, state: 'waiting' as const };
  const waiting = await scope.run((db) => db.hookDelivery.findMany({ where, select: { id: true } }));
  for (const { id } of waiting) await readHookDelivery(scope, id);
}

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''));
process.send?.('begun');
await work(task);
process.send?.('done');
await closeQueue();
await disconnect();
process.disconnect?.();
