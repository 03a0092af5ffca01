import fs from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { content, kinds } from '@/lib/exports/trackers/testing/fake-kinds';
import type { FakeTracker } from '@/lib/exports/trackers/testing/fake-trackers';
import type { Tracker } from '@/lib/exports/trackers/tracker';

let fake: FakeTracker;
afterEach(() => fake?.stop());

async function open(kind: keyof typeof kinds): Promise<Tracker> {
  fake = await kinds[kind].start();
  return kinds[kind].make(fake, 'good');
}

describe.runIf(hasShapes('bodies as the documented examples have them'))('the documented shapes', () => {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(shapeFile(name), 'utf8'));

  it('Jira takes only fields that its example has', async () => {
    const { externalId } = await (await open('jira')).create(content);
    const example = (read('jira_create_issue.json') as { fields: unknown }).fields as Record<
      string,
      { type: string; version: number }
    >;
    const sent = fake.made.get(externalId) as typeof example;
    expect(Object.keys(sent).filter((key) => !(key in example))).toEqual([]);
    expect(sent.description).toMatchObject({
      type: example.description?.type,
      version: example.description?.version,
    });
  });

  it('Linear is asked the documented mutation', async () => {
    const tracker = await open('linear');
    await tracker.create(content);
    const words = (text: unknown) => String(text).replace(/\s+/g, ' ');
    const example = read('linear_issue_create.json') as { query: string; variables: { input: object } };
    expect(words(fake.calls.at(-1)?.json.query)).toBe(words(example.query));
    const sent = fake.made.get(content.clientId) ?? {};
    expect(Object.keys(example.variables.input).filter((key) => !(key in sent))).toEqual([]);
  });

  it('GitHub takes only fields that its example has', async () => {
    const { externalId } = await (await open('github')).create(content);
    const example = read('github_create_issue.json') as object;
    expect(Object.keys(fake.made.get(externalId) ?? {}).filter((key) => !(key in example))).toEqual([]);
  });
});
