import http from 'node:http';
import next from 'next';
import { log } from '@/lib/core/log';
import { withAnswerStatus } from '@/lib/http/answer-status';
import { ADDRESS_HEADER, askedAddress, PEER_HEADER } from '@/lib/http/asked-address';
import { warmQueue } from '@/lib/jobs/queue';
import { serveAnswers, siteOf } from '@/lib/web/serve-answers';

/** How long requests under way may take once the server is told to stop. */
const GRACE_MS = 8000;

/** `HOST PORT`: the web server. Next.js answers everything but the answers to surveys, which take a shorter way. */
async function main(): Promise<void> {
  const [hostname = '127.0.0.1', port = '3000'] = process.argv.slice(2);
  const app = next({ dev: false, hostname, port: Number(port) });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = http.createServer((request, response) => {
    request.headers[ADDRESS_HEADER] = askedAddress(request.url ?? '/');
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
    const site = siteOf(request);
    void (site === null
      ? withAnswerStatus(request, response, () => handle(request, response))
      : serveAnswers(site, request, response));
  });
  server.listen(Number(port), hostname, () => log().info({ hostname, port }, 'web ready'));
  warmQueue().catch((error: unknown) =>
    log().warn({ error: error instanceof Error ? error.message : String(error) }, 'queue not open yet'),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      setTimeout(() => process.exit(0), GRACE_MS).unref();
    });
  }
}

main().catch((error: unknown) => {
  log().fatal({ error: error instanceof Error ? error.stack : String(error) }, 'web server could not start');
  process.exit(1);
});
