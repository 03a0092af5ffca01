import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { findApiKeys } from '@/lib/auth/find-api-keys';
import { revokeApiKey } from '@/lib/auth/revoke-api-key';
import { invalid } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { defineOperation } from '@/lib/http/api-operation';
import { defineApiRoute } from '@/lib/http/define-api-route';
import { limitRate } from '@/lib/http/rate-limit';

/** Makes a theme of this name each time it runs. */
const nameTheme = defineOperation({
  id: 'nameTheme',
  method: 'POST',
  path: '/test',
  tag: 'Test',
  summary: '',
  description: '',
  right: 'feedback:write',
  params: z.object({}),
  query: z.strictObject({ note: z.string().optional() }),
  body: z.strictObject({ name: z.string().min(1), fails: z.enum(['as expected', 'by accident']).optional() }),
  response: z.object({ id: z.uuid() }),
  async run(scope, { body: { name, fails } }) {
    const id = newId();
    await scope.run((db) => db.theme.create({ data: { workspaceId: scope.workspaceId, id, name } }));
    if (fails === 'as expected') throw invalid('That cannot be.');
    if (fails) throw new Error('The secret is zanzibar.');
    return { body: { id } };
  },
});
const POST = defineApiRoute(nameTheme);
const countThemes = (scope: Scope) => scope.run((db) => db.theme.count());

describe('a key', () => {
  it('is asked for, and a wrong or revoked one opens nothing', async () => {
    const { scope, key } = await makeApiWorkspace();
    const body = { name: 'a' };
    const without = await callApi(POST, { body });
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toContain('Bearer');
    expect(without.body).toMatchObject({
      title: 'Unauthorized',
      detail: expect.stringContaining('Bearer KEY'),
    });
    expect((await callApi(POST, { key: 'vrb_secret_x', body })).status).toBe(401);
    const basic = Buffer.from(`${key}:`).toString('base64');
    const asUser = await callApi(POST, { body, headers: { authorization: `Basic ${basic}` } });
    expect(asUser.status).toBe(200);
    const [row] = (await findApiKeys(scope)).rows;
    await revokeApiKey(scope, row?.id ?? '');
    expect((await callApi(POST, { key, body })).status).toBe(401);
    expect(await countThemes(scope)).toBe(1);
  });

  it('does only what its scopes name', async () => {
    const { scope, key } = await makeApiWorkspace({ scopes: ['feedback:read'] });
    const refused = await callApi(POST, { key, body: { name: 'a' } });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('feedback:write');
    expect(await countThemes(scope)).toBe(0);
  });

  it('has so many requests a minute, and is told when to come back', async () => {
    const { scope, key } = await makeApiWorkspace();
    const [row] = (await findApiKeys(scope)).rows;
    for (let n = 0; n < 600; n++) limitRate(`key ${row?.id}`, 600);
    const refused = await callApi(POST, { key, body: { name: 'a' } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });
});

describe('a request', () => {
  it('that cannot be read is refused in words, with nothing of the body', async () => {
    const { key } = await makeApiWorkspace();
    const broken = await callApi(POST, { key, body: '{"name": "my secret' });
    expect(broken.status).toBe(400);
    expect(broken.body.detail).toContain('not JSON');
    expect(JSON.stringify(broken.body)).not.toContain('secret');
    const wrong = await callApi(POST, { key, body: { nam: 'a', name: 3 } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toEqual([
      { field: 'name', detail: 'It is a number. Give a string.' },
      { field: 'nam', detail: 'There is no such field.' },
    ]);
    const twice = await POST(
      new Request('http://voc.example/api?note=a&note=b', {
        method: 'POST',
        body: '{"name":"a"}',
        headers: { authorization: `Bearer ${key}` },
      }),
      { params: Promise.resolve({}) },
    );
    expect((await twice.json()).detail).toContain('note is given more than once');
  });

  it('may come as gzip, and never takes more memory than the limit', async () => {
    const { key } = await makeApiWorkspace();
    const send = async (bytes: Uint8Array<ArrayBuffer>, encoding?: string) => {
      const headers = {
        authorization: `Bearer ${key}`,
        ...(encoding ? { 'content-encoding': encoding } : {}),
      };
      const request = new Request('http://voc.example/api', { method: 'POST', body: bytes, headers });
      return (await POST(request, { params: Promise.resolve({}) })).status;
    };
    const body = Buffer.from('{"name":"a"}');
    const large = Buffer.alloc(10_000_001, ' ');
    expect(await send(new Uint8Array(gzipSync(body)), 'gzip')).toBe(200);
    expect(await send(new Uint8Array(body), 'gzip')).toBe(400);
    expect(await send(new Uint8Array(large))).toBe(413);
    expect(await send(new Uint8Array(gzipSync(large)), 'gzip')).toBe(413);
  });

  it('that fails by our fault says nothing but its number', async () => {
    const { scope, key } = await makeApiWorkspace();
    const failed = await callApi(POST, { key, body: { name: 'a', fails: 'by accident' } });
    expect(failed.status).toBe(500);
    expect(JSON.stringify(failed.body)).not.toContain('zanzibar');
    expect(failed.body.instance).toBe(`urn:uuid:${failed.headers.get('x-request-id')}`);
    expect(await countThemes(scope)).toBe(1);
  });
});

describe('an Idempotency-Key', () => {
  const once = (key: string, name: string, body: object) =>
    callApi(POST, { key, body, headers: { 'idempotency-key': name } });

  it('gets the same answer for the same request, and none for another', async () => {
    const { scope, key } = await makeApiWorkspace();
    const first = await once(key, 'k1', { name: 'a' });
    const again = await once(key, 'k1', { name: 'a' });
    expect(again.body).toEqual(first.body);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    const other = await once(key, 'k1', { name: 'b' });
    expect(other.status).toBe(422);
    expect(other.body.detail).toContain('for another request');
    expect(await countThemes(scope)).toBe(1);
    expect((await once(key, 'a b', { name: 'a' })).body.detail).toContain('visible ASCII');
  });

  it('lets requests that come at the same moment do the work once', async () => {
    const { scope, key } = await makeApiWorkspace();
    const answers = await Promise.all(Array.from({ length: 5 }, () => once(key, 'k', { name: 'a' })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await countThemes(scope)).toBe(1);
  });

  it('of a request that failed may be used again, and what it wrote is gone', async () => {
    const { scope, key } = await makeApiWorkspace();
    expect((await once(key, 'k', { name: 'a', fails: 'as expected' })).status).toBe(422);
    expect((await once(key, 'k', { name: 'a', fails: 'by accident' })).status).toBe(500);
    expect(await countThemes(scope)).toBe(0);
    expect((await once(key, 'k', { name: 'a' })).status).toBe(200);
  });

  it('is free again after a day', async () => {
    const { scope, key } = await makeApiWorkspace();
    await once(key, 'k', { name: 'a' });
    await scope.run((db) =>
      db.apiRequest.updateMany({ data: { createdAt: new Date(Date.now() - 24 * 3_600_000 - 1000) } }),
    );
    expect((await once(key, 'k', { name: 'b' })).status).toBe(200);
    expect(await countThemes(scope)).toBe(2);
  });

  it('belongs to its API key: another workspace may use the same', async () => {
    const [one, other] = [await makeApiWorkspace(), await makeApiWorkspace()];
    const [a, b] = [await once(one.key, 'k', { name: 'a' }), await once(other.key, 'k', { name: 'a' })];
    expect(a.body.id).not.toBe(b.body.id);
  });

  it('makes any order of repeated requests write each of them once', async () => {
    const { scope, key } = await makeApiWorkspace();
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }),
        async (turns) => {
          const run = `run-${sent++}`;
          const before = await countThemes(scope);
          const answers = await Promise.all(
            turns.map((turn) => once(key, `${run}-${turn}`, { name: `t${turn}` })),
          );
          const idsOf = (turn: number) =>
            new Set(answers.filter((_, at) => turns[at] === turn).map(({ body }) => body.id));
          for (const turn of turns) expect(idsOf(turn).size).toBe(1);
          expect((await countThemes(scope)) - before).toBe(new Set(turns).size);
        },
      ),
      { numRuns: 12 },
    );
  });
});
