import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { openQueue } from '@/lib/jobs/queue';
import { work } from '@/lib/jobs/work';

test('a workspace waits for its own jobs alone', async () => {
  const boss = await openQueue('sender');
  const queue = `test-${newId()}`;
  await boss.createQueue(queue);
  const send = (workspace: string) => boss.send(queue, { workspace }, { group: { id: workspace } });
  const begun: string[] = [];
  const done: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  try {
    for (const workspace of ['large', 'small', 'large']) await send(workspace);
    await work(boss, queue, async ({ data }) => {
      const { workspace } = data as { workspace: string };
      begun.push(workspace);
      if (workspace === 'large') await released;
      done.push(workspace);
    });
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['small']);
    await send('small');
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['small', 'small']);
    expect(begun.toSorted()).toEqual(['large', 'small', 'small']);
    release();
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['small', 'small', 'large', 'large']);
  } finally {
    release();
    await boss.offWork(queue);
    await boss.deleteQueue(queue);
    await boss.stop({ graceful: false });
  }
});
