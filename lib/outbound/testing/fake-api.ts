import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Send, sendWith } from '@/lib/outbound/send-request';

export interface FakeCall {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingMessage['headers'];
  json: Record<string, unknown>;
  /** The body as it came. */
  text: string;
}

export interface FakeAnswer {
  status: number;
  json?: unknown;
  headers?: Record<string, string>;
  /** Cuts the line instead of answering, after the deed is done: a lost answer. */
  isLost?: boolean;
}

export interface FakeApi {
  baseUrl: string;
  calls: FakeCall[];
  /** Answers that go before the protocol's own, the first first. */
  next: FakeAnswer[];
  /** Loses the next answer that the protocol gives. */
  loseNext: boolean;
  send: Send;
  stop: () => Promise<void>;
}

/** A real server on this machine that answers as the protocol it is given says, unless a test puts something before. */
export async function startFakeApi(protocol: (call: FakeCall) => FakeAnswer): Promise<FakeApi> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const { method = '', url: path = '', headers } = request;
      const isJson = headers['content-type']?.startsWith('application/json') ?? false;
      const call: FakeCall = { method, path, headers, text, json: isJson && text ? JSON.parse(text) : {} };
      api.calls.push(call);
      const answer = api.next.shift() ?? protocol(call);
      const isLost = answer.isLost ?? api.loseNext;
      api.loseNext = false;
      if (isLost) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.json === undefined ? '' : JSON.stringify(answer.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api: FakeApi = {
    baseUrl: `http://${host}`,
    calls: [],
    next: [],
    loseNext: false,
    send: (request) => sendWith([host], { timeoutMs: 2000, ...request }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}
