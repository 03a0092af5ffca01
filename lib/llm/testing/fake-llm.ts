import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

export interface FakeRequest extends z.infer<typeof requestSchema> {
  authorization: string | undefined;
  path: string;
}

/** What the fake does with a request: answer with this content, fail with this status, or one of the ways to misbehave. */
export type FakeReply =
  | { content: string; finishReason?: 'stop' | 'length' }
  | { status: number; headers?: Record<string, string> }
  | { misbehaves: 'silent' | 'huge' | 'not a protocol' };

export interface FakeLlm {
  baseUrl: string;
  /** Every request that came, the oldest first. */
  requests: FakeRequest[];
  /** What comes next; a function sees the request. */
  reply: FakeReply | ((request: FakeRequest) => FakeReply);
  stop(): Promise<void>;
}

const HUGE_BYTES = 1_000_000;

/** A real server on this machine that speaks the OpenAI protocol and says what a test tells it to. */
export async function startFakeLlm(reply: FakeLlm['reply'] = { content: '{}' }): Promise<FakeLlm> {
  const server = createServer((request, response) => void handle(fake, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeLlm = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    reply,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

async function handle(fake: FakeLlm, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const request: FakeRequest = {
    ...requestSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))),
    authorization: incoming.headers.authorization,
    path: incoming.url ?? '',
  };
  fake.requests.push(request);
  const reply = typeof fake.reply === 'function' ? fake.reply(request) : fake.reply;
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify({ error: { message: 'a secret of the inner network' } }));
  } else if ('content' in reply) {
    sendJson(response, completionOf(request.model, reply.content, reply.finishReason ?? 'stop'));
  } else if (reply.misbehaves === 'huge') {
    sendJson(response, completionOf(request.model, 'a'.repeat(HUGE_BYTES), 'stop'));
  } else if (reply.misbehaves === 'not a protocol') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<h1>Router login</h1>');
  }
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function completionOf(model: string, content: string, finishReason: string) {
  return {
    id: 'fake',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: finishReason },
    ],
  };
}
