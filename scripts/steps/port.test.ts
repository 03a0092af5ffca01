import { once } from 'node:events';
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { findFreePort, parsePort, requireFreePort } from './port.mjs';

describe('parsePort', () => {
  it('serves on 3000 when no port is asked for', () => {
    expect(parsePort(undefined)).toBe(3000);
    expect(parsePort('')).toBe(3000);
  });

  it('reads a number', () => {
    expect(parsePort('8080')).toBe(8080);
  });

  it.each(['0', '65536', '80.5', 'abc', '-1'])('refuses %s', (text) => {
    expect(() => parsePort(text)).toThrow(/is not a port/);
  });
});

describe('requireFreePort', () => {
  it('accepts a free port', async () => {
    await expect(requireFreePort(await findFreePort(), '127.0.0.1')).resolves.toBeUndefined();
  });

  it('names the taken port and how to choose another', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(
      new RegExp(`Port ${port} on 127.0.0.1 is taken .* PORT=\\d+ npm start`),
    );
    server.close();
  });
});
