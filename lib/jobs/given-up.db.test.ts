import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { openQueue, prepareQueues } from '@/lib/jobs/queue';

describe('a job that is given up', () => {
  it('hands its payload to the job named for that, whatever ended its last attempt', async () => {
    const boss = await openQueue('sender');
    try {
      await prepareQueues(boss);
      const payload = { workspaceId: newId(), importId: newId() };
      await boss.send('ingest.import', payload, { retryLimit: 0 });
      const [job] = await boss.fetch('ingest.import');
      await boss.fail('ingest.import', job?.id ?? '');
      const [last] = await boss.fetch<typeof payload>('ingest.given-up');
      expect(last?.data).toEqual(payload);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});
