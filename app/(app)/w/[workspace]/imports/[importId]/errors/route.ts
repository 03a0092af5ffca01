import { Readable } from 'node:stream';
import { z } from 'zod';
import { CSV_MARK } from '@/lib/core/csv';
import { defineRoute } from '@/lib/http/define-route';
import { streamErrorReport } from '@/lib/ingest/error-report';
import { getImport } from '@/lib/ingest/find-imports';

/** The refused rows as a CSV file, written as it is read. It holds rows of the file, so reading is not enough. */
export const GET = defineRoute({
  permission: 'imports.manage',
  params: z.object({ importId: z.uuid() }),
  query: z.object({}),
  async run({ scope }, { params: { importId } }) {
    const { fileName } = await getImport(scope, importId);
    const name = `${fileName.replace(/\.\w+$/, '')} - rows left out.csv`;
    const report = Readable.toWeb(Readable.from(withMark(streamErrorReport(scope, importId))));
    return new Response(report as unknown as ReadableStream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rows-left-out.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
      },
    });
  },
});

async function* withMark(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_MARK);
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
