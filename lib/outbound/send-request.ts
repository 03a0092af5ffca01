import type { LookupAddress } from 'node:dns';
import dns from 'node:dns';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { env } from '@/lib/core/env';
import { isPublicAddress } from '@/lib/outbound/address-range';
import { OutboundError } from '@/lib/outbound/outbound-error';

/** A request to another system. */
export interface OutboundRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For all of it: name, connection, redirects, answer. */
  timeoutMs?: number;
  /** Of the answer's body. */
  maxBytes?: number;
  /** Redirects followed, each under the same rules. Only of GET: with another method they are refused. */
  maxRedirects?: number;
}

/** What came back, whatever its status. */
export interface OutboundResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends a request; connectors take one, so that a test can let them speak to a server of its own. */
export type Send = (request: OutboundRequest) => Promise<OutboundResponse>;

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 2_000_000;

/**
 * The one door to the outside. It speaks https to the public Internet and to nothing else, except hosts that the operator of
 * this installation has named (OUTBOUND_HOSTS): the address is checked after the name is resolved and the connection goes to
 * that very address, so that a name cannot be pointed elsewhere in between. Nothing is decompressed, read beyond `maxBytes`
 * or waited for beyond `timeoutMs`.
 * @throws OutboundError where there is no answer.
 */
export const sendRequest: Send = (request) => sendWith(env().OUTBOUND_HOSTS, request);

/** Why no request may go to an address, as far as the address itself tells, in words for whoever gave it; null where one may. */
export function findAddressFault(url: string): string | null {
  try {
    checkAddress(url, env().OUTBOUND_HOSTS);
    return null;
  } catch (error) {
    if (error instanceof OutboundError) return error.message;
    throw error;
  }
}

/** As {@link sendRequest}, with the hosts that may be private or plain http: "jira.internal", "127.0.0.1:8080". */
export async function sendWith(
  allowedHosts: readonly string[],
  request: OutboundRequest,
): Promise<OutboundResponse> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  let { url } = request;
  let headers = { ...request.headers };
  for (let hop = 0; ; hop++) {
    const target = checkAddress(url, allowedHosts);
    const response = await exchange(target, { ...request, headers }, signal, allowedHosts);
    const { location } = response.headers;
    if (response.status < 300 || response.status >= 400 || !location) return response;
    if ((request.method ?? 'GET') !== 'GET' || hop >= (request.maxRedirects ?? 0)) {
      throw new OutboundError(
        'redirected',
        'The server sent the request elsewhere. Enter the address that it leads to.',
      );
    }
    const next = URL.canParse(location, target) ? new URL(location, target) : null;
    if (!next) throw new OutboundError('redirected', 'The server sent the request to no address.');
    if (next.origin !== target.origin) headers = withoutCredentials(headers);
    url = next.href;
  }
}

/** Other servers are not to get what was meant for this one. */
function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie|proxy-authorization)$/i.test(name)),
  );
}

function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.includes(url.hostname) || allowedHosts.includes(url.host);
}

function checkAddress(text: string, allowedHosts: readonly string[]): URL {
  if (!URL.canParse(text)) throw new OutboundError('invalid_address', 'This is no address.');
  const url = new URL(text);
  if (url.username || url.password) {
    throw new OutboundError('invalid_address', 'The address has a user or password in it. Leave them out.');
  }
  const allowed = isAllowed(url, allowedHosts);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed)) {
    throw new OutboundError('forbidden_address', 'Only addresses that begin with https:// are allowed.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOwnMachine = /(^|\.)localhost\.?$/.test(host);
  if (!allowed && (isOwnMachine || (isIP(host) > 0 && !isPublicAddress(host)))) throw notPublic();
  return url;
}

function notPublic(): OutboundError {
  return new OutboundError(
    'forbidden_address',
    'This address is not on the public Internet. Whoever runs this installation can allow its host with OUTBOUND_HOSTS.',
  );
}

/** Resolves a name and hands on only public addresses; one that is not condemns the name. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(notPublic(), []);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

function exchange(
  url: URL,
  { method = 'GET', headers, body, maxBytes = MAX_BYTES }: OutboundRequest,
  signal: AbortSignal,
  allowedHosts: readonly string[],
): Promise<OutboundResponse> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(toOutboundError(error, signal));
    const outgoing = request(
      url,
      {
        method,
        headers: {
          'user-agent': 'Verbatim',
          ...headers,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
        signal,
        // A connection of its own: none that was checked for another request.
        agent: false,
        ...(isAllowed(url, allowedHosts) ? {} : { lookup: lookUpPublic }),
      },
      (incoming) => {
        readAtMost(incoming, maxBytes).then(
          (text) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
          fail,
        );
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

async function readAtMost(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > maxBytes) {
      incoming.destroy();
      throw new OutboundError('too_large', `The answer is longer than ${maxBytes / 1000} kB.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function toOutboundError(error: Error, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (signal.aborted) return new OutboundError('timed_out', 'The server did not answer in time.');
  return new OutboundError('unreachable', 'The server cannot be reached.');
}
