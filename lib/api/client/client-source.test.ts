import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeClientSource } from '@/lib/api/client/client-source';
import { schemaType } from '@/lib/api/client/schema-type';
import { makeOpenApiDocument } from '@/lib/api/openapi';

it.each([
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] }, 'A | null'],
  [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
  [{ const: '1' }, '"1"'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } }, 'Array<string | number>'],
  [
    { type: 'object', properties: { a: { type: 'string' }, 'b c': {} }, required: ['a'] },
    '{ a: string; "b c"?: unknown; }',
  ],
  [{ type: 'object', additionalProperties: { type: 'boolean' } }, 'Record<string, boolean>'],
  [{}, 'unknown'],
])('%j is %s', (schema, type) => expect(schemaType(schema)).toBe(type));

/** A program that uses the client rightly, and wrongly where it says so: a wrong use that is no error fails, too. */
const PROGRAM = `
import { createVerbatimClient, eachRow, type Feedback } from './client.js';
const client = createVerbatimClient({ apiKey: 'k' });
const added: number = (await client.addFeedback({
  body: { items: [{ externalId: '1', text: 'a', occurredAt: '2026-01-01T00:00:00Z', custom: { seats: 3 } }] },
  idempotencyKey: 'x',
})).added;
// @ts-expect-error occurredAt is missing
await client.addFeedback({ body: { items: [{ externalId: '1', text: 'a' }] } });
// @ts-expect-error no such channel
await client.addFeedback({ body: { items: [{ externalId: '1', text: 'a', occurredAt: 'x', channel: 'fax' }] } });
// @ts-expect-error no such parameter
await client.listFeedback({ query: { sentimant: 'negative' } });
const one: Feedback = await client.getFeedback({ params: { id: 'x' } });
const label: 'negative' | 'neutral' | 'positive' | undefined = one.sentiment?.label;
for await (const row of eachRow(client.listFeedback, { sentiment: 'negative', limit: 5 })) {
  const text: string = row.text;
  // @ts-expect-error no such field
  row.words;
  void text;
}
await client.segment({ params: { call: 'batch' }, body: { batch: [{ type: 'track', event: 'x' }] } });
export { added, label };
`;

it('is TypeScript that holds programs to the schemas', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-client-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(
      path.join(folder, 'client.ts'),
      makeClientSource(makeOpenApiDocument('https://voc.example.org')),
    );
    writeFileSync(path.join(folder, 'program.ts'), PROGRAM);
    const compiler = path.resolve('node_modules/typescript/bin/tsc');
    const options =
      '--noEmit --strict --noUncheckedIndexedAccess --module nodenext --target es2022 --lib es2023,dom,dom.iterable --types'.split(
        ' ',
      );
    const run = () =>
      execFileSync(process.execPath, [compiler, ...options, '', 'program.ts'], {
        cwd: folder,
        encoding: 'utf8',
      });
    expect(run()).toBe('');
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) throw new Error(String(error.stdout));
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
