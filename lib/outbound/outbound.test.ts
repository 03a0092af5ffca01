import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '@/lib/outbound/address-range';
import { parseRetryAfter } from '@/lib/outbound/retry-after';
import { type OutboundRequest, sendWith } from '@/lib/outbound/send-request';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<{ url: string; host: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}/`, host };
}

const problemOf = (request: OutboundRequest, allowedHosts: string[] = []) =>
  sendWith(allowedHosts, request).then(
    () => 'none',
    (error: unknown) => (error as { problem: string }).problem,
  );

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'ff02::1',
  'localhost',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

describe('refuses before it connects', () => {
  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
  ])('%s', async (url) => expect(await problemOf({ url })).toBe('forbidden_address'));

  test.each(['not an address', 'https://user:secret@example.org/'])('%s', async (url) =>
    expect(await problemOf({ url })).toBe('invalid_address'),
  );

  test('a name that leads to this machine', async () => {
    expect(await problemOf({ url: 'https://api.localhost./' })).toBe('forbidden_address');
    expect(await problemOf({ url: 'https://localhost/' })).toBe('forbidden_address');
  });

  test('another port of an allowed machine', async () => {
    const { url } = await serve((_, response) => response.end('inner'));
    expect(await problemOf({ url }, ['127.0.0.1:1'])).toBe('forbidden_address');
  });
});

test('sends method, headers and body, and gives back any answer', async () => {
  const { url, host } = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(418, { 'x-teapot': 'yes' });
      const { method, headers } = request;
      response.end(`${method} ${headers.authorization} ${Buffer.concat(parts).toString()}`);
    });
  });
  const response = await sendWith([host], {
    url,
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: 'grüße',
  });
  expect(response).toMatchObject({ status: 418, text: 'POST Bearer t grüße' });
  expect(response.headers['x-teapot']).toBe('yes');
});

test('an allowed host may be private and plain, with or without its port', async () => {
  const { url } = await serve((_, response) => response.end('inner'));
  expect((await sendWith(['127.0.0.1'], { url })).text).toBe('inner');
});

test('waits no longer and reads no more than it was told', async () => {
  const silent = await serve(() => undefined);
  expect(await problemOf({ url: silent.url, timeoutMs: 50 }, [silent.host])).toBe('timed_out');
  const dripping = await serve((_, response) => {
    response.writeHead(200);
    response.write('begun');
  });
  expect(await problemOf({ url: dripping.url, timeoutMs: 50 }, [dripping.host])).toBe('timed_out');
  const huge = await serve((_, response) => response.end('x'.repeat(1001)));
  expect(await problemOf({ url: huge.url, maxBytes: 1000 }, [huge.host])).toBe('too_large');
  const broken = await serve((request) => request.socket.destroy());
  expect(await problemOf({ url: broken.url }, [broken.host])).toBe('unreachable');
});

describe('a redirect', () => {
  const redirectTo = (location: string) =>
    serve((_, response) => {
      response.writeHead(302, { location });
      response.end();
    });

  test('is not followed unless asked, and never with a body', async () => {
    const { url, host } = await redirectTo('https://example.org/');
    expect(await problemOf({ url }, [host])).toBe('redirected');
    expect(await problemOf({ url, method: 'POST', body: '{}', maxRedirects: 3 }, [host])).toBe('redirected');
  });

  test('cannot lead to a private address', async () => {
    const { url, host } = await redirectTo('https://10.0.0.1/');
    expect(await problemOf({ url, maxRedirects: 3 }, [host])).toBe('forbidden_address');
    const downgraded = await redirectTo('http://example.org/');
    expect(await problemOf({ url: downgraded.url, maxRedirects: 3 }, [downgraded.host])).toBe(
      'forbidden_address',
    );
  });

  test('to another server goes without the credentials', async () => {
    const other = await serve((request, response) => response.end(String(request.headers.authorization)));
    const { url, host } = await redirectTo(other.url);
    const request = { url, headers: { Authorization: 'Bearer t' }, maxRedirects: 1 };
    expect((await sendWith([host, other.host], request)).text).toBe('undefined');
  });

  test('that goes in circles ends', async () => {
    const { url, host } = await redirectTo('/');
    expect(await problemOf({ url, maxRedirects: 5 }, [host])).toBe('redirected');
  });
});

test('reads how long to wait', () => {
  const now = new Date('2026-10-05T12:00:00Z');
  expect(parseRetryAfter('30', { now })).toBe(30);
  expect(parseRetryAfter('0', { now })).toBe(1);
  expect(parseRetryAfter('86400', { now })).toBe(3600);
  expect(parseRetryAfter('Mon, 05 Oct 2026 12:01:30 GMT', { now })).toBe(90);
  expect(parseRetryAfter(undefined)).toBeNull();
  expect(parseRetryAfter('soon')).toBeNull();
});
