import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeedback } from './rank-records';

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'voc-records-'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

async function readDays(...dates: string[]): Promise<number[]> {
  const file = path.join(folder, 'feedback.csv');
  const rows = dates.map((date, at) => `${at},Slow,${date},a1\n`);
  await fs.writeFile(file, `id,text,occurredAt,accountId\n${rows.join('')}`);
  return (await readFeedback(file)).map(({ occurredDay }) => occurredDay);
}

describe('the dates of a feedback file', () => {
  it('are read where they are the same day in every order', async () => {
    expect(await readDays('05/05/2024', '06/06/2024')).toEqual(await readDays('2024-05-05', '2024-06-06'));
  });

  it('are refused where they are not, by one that is not', async () => {
    await expect(readDays('05/05/2024', '03/04/2024')).rejects.toThrow(
      /occurredAt can be read in two ways: "03\/04\/2024" may be 2024-04-03 or 2024-03-04/,
    );
  });
});
