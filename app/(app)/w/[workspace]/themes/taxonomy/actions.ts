'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { importTaxonomy, previewTaxonomy, type TaxonomyPreview } from '@/lib/annotations/import-taxonomy';
import { decodeTaxonomy, formatTaxonomy } from '@/lib/annotations/taxonomy-csv';
import { invalid } from '@/lib/core/errors';
import { defineAction } from '@/lib/http/define-action';
import { templateNames, templates } from '@/lib/themes/templates/template';

const MOST_BYTES = 1024 * 1024;

/** A file with what it would do. */
export interface PreviewedFile {
  text: string;
  preview: TaxonomyPreview;
}

export const preview = defineAction({
  permission: 'themes.edit',
  input: z.object({
    file: z.instanceof(File).optional(),
    template: z.enum(templateNames).optional(),
  }),
  async run({ scope }, { file, template }) {
    const text = template
      ? formatTaxonomy(templates[template].themes.map((theme) => ({ ...theme, excludeTerms: [] })))
      : await readFile(file);
    const data: PreviewedFile = { text, preview: await previewTaxonomy(scope, text) };
    return { data };
  },
});

async function readFile(file: File | undefined): Promise<string> {
  if (!file || file.size === 0) throw invalid('Choose a CSV file first.');
  if (file.size > MOST_BYTES) throw invalid('The file is larger than 1 MB. Split it.');
  return decodeTaxonomy(new Uint8Array(await file.arrayBuffer()));
}

export const apply = defineAction({
  permission: 'themes.edit',
  input: z.object({ text: z.string().max(2 * MOST_BYTES) }),
  async run({ scope, workspace }, { text }) {
    await importTaxonomy(scope, text);
    redirect(`/w/${workspace.slug}/themes`);
  },
});
