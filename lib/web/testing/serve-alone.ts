import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveAnswers, siteOf } from '@/lib/web/serve-answers';

// The answers alone, without Next.js: a process for tests to kill. Writes its port once it listens.
const server = http.createServer((request, response) => {
  const site = siteOf(request);
  if (site === null) response.writeHead(404).end();
  else void serveAnswers(site, request, response);
});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
