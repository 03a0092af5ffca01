'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/lib/http/define-action';
import { cancelImport } from '@/lib/ingest/cancel-import';
import { removeImport } from '@/lib/ingest/remove-import';
import { requestUndo } from '@/lib/ingest/request-undo';
import { resumeImport } from '@/lib/ingest/resume-import';
import { chosenMappingSchema, fileFormatFormSchema, sourceNameSchema } from '@/lib/ingest/schema';
import { setFileFormat } from '@/lib/ingest/set-file-format';
import { startImport } from '@/lib/ingest/start-import';

const importSchema = z.object({ importId: z.uuid() });

export const start = defineAction({
  permission: 'imports.manage',
  input: importSchema.extend({ mapping: chosenMappingSchema, source: sourceNameSchema }),
  async run({ scope }, { importId, mapping, source }) {
    await startImport(scope, importId, mapping, source);
    refresh();
    return {};
  },
});

export const changeFormat = defineAction({
  permission: 'imports.manage',
  input: importSchema.extend(fileFormatFormSchema.shape),
  async run({ scope }, { importId, ...format }) {
    await setFileFormat(scope, importId, format);
    refresh();
    return {};
  },
});

export const cancel = defineAction({
  permission: 'imports.manage',
  input: importSchema,
  async run({ scope }, { importId }) {
    await cancelImport(scope, importId);
    refresh();
    return {};
  },
});

export const resume = defineAction({
  permission: 'imports.manage',
  input: importSchema,
  async run({ scope }, { importId }) {
    await resumeImport(scope, importId);
    refresh();
    return {};
  },
});

export const undo = defineAction({
  permission: 'imports.manage',
  input: importSchema,
  async run({ scope }, { importId }) {
    await requestUndo(scope, importId);
    refresh();
    return {};
  },
});

export const remove = defineAction({
  permission: 'imports.manage',
  input: importSchema,
  async run({ scope, workspace }, { importId }) {
    await removeImport(scope, importId);
    redirect(`/w/${workspace.slug}/imports`);
  },
});
