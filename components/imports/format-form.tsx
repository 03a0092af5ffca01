'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { DELIMITERS, ENCODINGS } from '@/lib/ingest/csv/file-format';
import type { FileFormat } from '@/lib/ingest/schema';
import { delimiterNames, encodingNames } from './format-names';

type Props = { action: FormAction; importId: string; isCsv: boolean; format: FileFormat };

/** Says how a file is written. */
export function FormatForm({ action, importId, isCsv, format }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <input type="hidden" name="importId" value={importId} />
          {isCsv ? (
            <>
              <Field name="encoding" label="Encoding" error={fields?.encoding}>
                {(control) => (
                  <Select {...control} defaultValue={format.encoding}>
                    {ENCODINGS.map((encoding) => (
                      <option key={encoding} value={encoding}>
                        {encodingNames[encoding]}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field name="delimiter" label="Column separator" error={fields?.delimiter}>
                {(control) => (
                  <Select {...control} defaultValue={format.delimiter}>
                    {DELIMITERS.map((delimiter) => (
                      <option key={delimiter} value={delimiter}>
                        {delimiterNames[delimiter]}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </>
          ) : (
            <>
              <input type="hidden" name="encoding" value={format.encoding} />
              <input type="hidden" name="delimiter" value={format.delimiter} />
            </>
          )}
          <Field name="hasHeader" label="First row" error={fields?.hasHeader}>
            {(control) => (
              <Select {...control} defaultValue={format.hasHeader ? 'yes' : 'no'}>
                <option value="yes">Column names</option>
                <option value="no">Data</option>
              </Select>
            )}
          </Field>
          <SubmitButton>Read the file again</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
