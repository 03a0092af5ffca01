// A crowd in a process of its own: `node load.mjs PORT PATH CONNECTIONS SECONDS SURVEY`. Each connection sends one save after
// the other, by hand over a socket, so that the crowd costs as little of the machine as it can. Prints JSON.
import { randomUUID } from 'node:crypto';
import net from 'node:net';

const [port, path, connections, seconds, survey] = process.argv.slice(2);
const latencies = [];
let failures = 0;
const endsAt = performance.now() + Number(seconds) * 1000;
let sent = 0;

function makeRequest() {
  const n = sent++;
  const body = JSON.stringify({
    ...{ survey, responseId: randomUUID(), revision: 1, answers: { nps: n % 11 }, isDone: true },
    ...{ elapsedMs: 4000, channel: 'popover', language: 'en' },
  });
  const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${from}\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function run() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.setNoDelay();
    let text = '';
    let startedAt = 0;
    const send = () => {
      startedAt = performance.now();
      socket.write(makeRequest());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) return reject(new Error(`no length: ${text}`));
      if (text.length < head + 4 + length) return;
      if (!text.startsWith('HTTP/1.1 200')) failures++;
      text = '';
      const now = performance.now();
      latencies.push(now - startedAt);
      if (now < endsAt) return send();
      socket.end();
      resolve();
    });
  });
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, run));
const tookSeconds = (performance.now() - startedAt) / 1000;
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
console.log(
  JSON.stringify({
    perSecond: latencies.length / tookSeconds,
    count: latencies.length,
    failures,
    p50: at(0.5),
    p99: at(0.99),
  }),
);
