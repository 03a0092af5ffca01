import { expect, it } from 'vitest';
import { z } from 'zod';
import { conflict } from '@/lib/core/errors';
import { defineOpenRoute } from '@/lib/http/define-open-route';

const routeOf = (error: Error, showError?: (status: number, words: string) => Response) =>
  defineOpenRoute({
    ...{
      params: z.object({}),
      query: z.object({}),
      body: z.undefined(),
      perMinute: 100,
      isCrossOrigin: false,
    },
    ...(showError && { showError }),
    run: () => Promise.reject(error),
  });
const ask = (route: ReturnType<typeof routeOf>) =>
  route(new Request('https://voc.example/s/key'), { params: Promise.resolve({}) });

it('tells people what is wrong on a page where it has one, and programs as problem+json', async () => {
  const page = (status: number, words: string) => new Response(`<h1>${words}</h1>`, { status });
  const shown = await ask(routeOf(new Error('secret detail'), page));
  expect(shown.status).toBe(500);
  expect(await shown.text()).toMatch(/^<h1>Something went wrong on our side/);
  const told = await ask(routeOf(conflict('It is closed.')));
  expect(told.headers.get('content-type')).toBe('application/problem+json');
  expect(await told.json()).toEqual({ status: 409, detail: 'It is closed.' });
});
