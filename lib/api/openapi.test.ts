import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { operations } from '@/lib/api/operations';

const document = makeOpenApiDocument('https://voc.example.org');

it('is an OpenAPI 3.1 document by its own schema', async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

it('refers only to what is there', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, at]) => at ?? '',
  );
  const missing = references.filter((reference) => {
    const found = reference
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
    return found === undefined;
  });
  expect(references.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

it('names every operation once, with a server of this installation', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(document.servers).toEqual([{ url: 'https://voc.example.org/api/v1' }]);
});

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it('has a route at its path that answers by it', () => {
    const folder = operation.path.replace(/\{(\w+)\}/g, '[$1]');
    const file = path.join('app/api/v1', folder, 'route.ts');
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(
      `export const ${operation.method} = defineApiRoute(${operation.id});`,
    );
  });

  it('is documented by what it parses', () => {
    const shown = document.paths[operation.path]?.[operation.method === 'GET' ? 'get' : 'post'];
    const names = shown?.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    expect(names).toEqual(Object.keys(operation.query.shape));
  });
});

const writes = operations.filter(({ method }) => method === 'POST');
it.each(writes.map((operation) => [operation.id, operation] as const))(
  '%s takes its example',
  (_id, operation) => {
    const documented = operation.documentedBody ?? operation.body;
    expect(() => documented.parse(operation.example)).not.toThrow();
    expect(() => operation.body.parse(operation.example)).not.toThrow();
  },
);
