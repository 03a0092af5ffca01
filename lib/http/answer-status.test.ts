import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { setAnswerStatus, withAnswerStatus } from '@/lib/http/answer-status';

const asked = (headers: Record<string, string> = {}) => ({ headers }) as unknown as IncomingMessage;
const answer = (headersSent = false) => ({ statusCode: 200, headersSent }) as ServerResponse;

/** The status of an answer after a page that is drawn a little later refused it. */
async function statusOf(request: IncomingMessage, response: ServerResponse): Promise<number> {
  await withAnswerStatus(request, response, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    setAnswerStatus(403);
  });
  return response.statusCode;
}

it('sets the status of the answer that is being drawn, and of no other', async () => {
  const other = answer();
  const [refused] = await Promise.all([
    statusOf(asked(), answer()),
    withAnswerStatus(asked(), other, () => new Promise((resolve) => setImmediate(resolve))),
  ]);
  expect(refused).toBe(403);
  expect(other.statusCode).toBe(200);
});

it('lets be what was sent, what is a part of a page, and what has no answer of ours', async () => {
  expect(await statusOf(asked(), answer(true))).toBe(200);
  expect(await statusOf(asked({ rsc: '1' }), answer())).toBe(200);
  expect(() => setAnswerStatus(403)).not.toThrow();
});
