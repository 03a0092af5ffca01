import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { createImport } from '@/lib/ingest/create-import';
import { IMPORT_TARGETS } from '@/lib/ingest/csv/fields';

/** Takes a file as the body of the request and writes it to disk as it arrives. */
export const POST = defineRoute({
  permission: 'imports.manage',
  params: z.object({}),
  query: z.object({ target: z.enum(IMPORT_TARGETS), name: z.string().min(1).max(1000) }),
  async run({ scope }, { query, request }) {
    const length = request.headers.get('content-length');
    const importId = await createImport(scope, {
      target: query.target,
      fileName: query.name,
      body: request.body && Readable.fromWeb(request.body as ReadableStream<Uint8Array>),
      expectedBytes: length === null ? null : Number(length),
    });
    return Response.json({ importId }, { status: 201 });
  },
});
