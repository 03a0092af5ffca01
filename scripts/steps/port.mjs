import net from 'node:net';
import { Refusal } from './refusal.mjs';

/**
 * @param {string | undefined} text the PORT variable
 * @returns {number} 3000 when none is given
 */
export function parsePort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Refusal(`PORT=${text} is not a port: use a number from 1 to 65535, for example PORT=3000.`);
}

/** Refuses a port that another program holds, or that we may not take. @param {number} port @param {string} host */
export async function requireFreePort(port, host) {
  const code = await listenOnce(port, host).then(
    () => undefined,
    (error) => error.code,
  );
  if (!code) return;
  if (code === 'EADDRINUSE') {
    throw new Refusal(
      `Port ${port} on ${host} is taken by another program: choose another, for example PORT=${port === 65535 ? 3000 : port + 1} npm start.`,
    );
  }
  if (code === 'EACCES') {
    throw new Refusal(
      `Port ${port} is reserved for the administrator: choose another, for example PORT=3000 npm start.`,
    );
  }
  throw new Refusal(
    `Cannot listen on ${host} port ${port} (${code}): set HOST and PORT to an address of this machine.`,
  );
}

/** A port that is free at this moment. @returns {Promise<number>} */
export const findFreePort = () => listenOnce(0, '127.0.0.1');

/** @param {number} port @param {string} host @returns {Promise<number>} */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}
