import { disconnect } from '@/lib/db/client';
import { Scope } from '@/lib/db/scope';
import { closeQueue } from '@/lib/jobs/queue';
import { handlers } from '@/lib/worker/handlers';

// Runs one import as the worker does, in a process that holds what the worker holds, and tells how it went.
const [workspaceId = '', importId = ''] = process.argv.slice(2);
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const startMegabytes = megabytes(process.memoryUsage.rss());
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const scope = Scope.issue(workspaceId, { kind: 'job', job: 'ingest.import' });
await handlers['ingest.import'](scope, { workspaceId, importId }, new AbortController().signal);
const seconds = (performance.now() - startedAt) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
process.send?.({
  seconds,
  cpuSeconds: (user + system) / 1e6,
  startMegabytes,
  peakMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
});
await closeQueue();
await disconnect();
process.disconnect?.();
