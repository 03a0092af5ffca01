import { expect, it } from 'vitest';
import { refuseMethods, refusePath } from '@/lib/http/api-refusals';

it('an address where nothing is answers with a problem', async () => {
  const response = refusePath();
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(await response.json()).toMatchObject({ title: 'Not Found', status: 404 });
});

it('a method that an address does not take answers with a problem that names the others', async () => {
  const response = refuseMethods('GET', 'POST').DELETE();
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
  expect(await response.json()).toMatchObject({ detail: 'This address takes GET and POST alone.' });
});
