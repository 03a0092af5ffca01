'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { FileInput, Input, Select, Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import {
  formChannels,
  MOST_FORM_CHARACTERS,
  type TranscriptOutcome,
  type TranscriptPreview,
} from '@/lib/api/transcripts/transcript-form';
import { formatCount } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { openTranscriptFile } from '@/lib/ingest/transcripts/open-transcript-file';
import { TranscriptProblem } from '@/lib/ingest/transcripts/transcript';
import { TranscriptSpeakers } from './transcript-speakers';

type Props = { home: string; action: FormAction<TranscriptOutcome> };

/** Takes a transcript in two steps: read, with everybody's side to look at, then stored. */
export function TranscriptFormCard({ home, action }: Props) {
  const [content, setContent] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (opened: OpenedFile) => {
    setContent(opened.content);
    setProblem(opened.problem);
  };
  const isTooLarge = content.length > MOST_FORM_CHARACTERS;
  return (
    <Card className="max-w-3xl">
      <ActionForm<TranscriptOutcome> action={action}>
        {({ fields, data }) => (
          <>
            <Field
              name="file"
              label="File"
              hint="WebVTT of Zoom or Teams, SRT, SBV, an export of WhatsApp or of one channel of Slack (as it is or zipped), the JSON of Gong or Whisper, or lines “Name: text”."
              error={isTooLarge ? 'It is too large for this form. Send it over the API.' : problem}
            >
              {(control) => (
                <FileInput
                  {...control}
                  accept=".vtt,.srt,.sbv,.txt,.json,.zip,text/*"
                  onChange={async (event) => take(await openFile(event.target.files?.[0]))}
                />
              )}
            </Field>
            <Field name="content" label="Or paste it here" error={fields?.content}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={8}
                  spellCheck={false}
                  className="font-mono text-sm"
                  value={content}
                  onChange={(event) => setContent(event.target.value)}
                />
              )}
            </Field>
            <div className="grid gap-4 sm:grid-cols-3">
              <Field
                name="startedAt"
                label="Began, in UTC"
                hint="Leave empty where the file has dates: WhatsApp, Slack."
                required={false}
                error={fields?.startedAt}
              >
                {(control) => <Input {...control} type="datetime-local" />}
              </Field>
              <Field name="channel" label="Kind" error={fields?.channel}>
                {(control) => (
                  <Select {...control} defaultValue="call">
                    {formChannels.map((channel) => (
                      <option key={channel} value={channel}>
                        {channelNames[channel]}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field
                name="account"
                label="Account"
                hint="Its identifier."
                required={false}
                error={fields?.account}
              >
                {(control) => <Input {...control} autoComplete="off" />}
              </Field>
            </div>
            <TranscriptSteps data={data} home={home} />
          </>
        )}
      </ActionForm>
    </Card>
  );
}

type OpenedFile = { content: string; problem: string | null };

/** A file is read in the browser; of an archive only the transcript is sent. */
async function openFile(file: File | undefined): Promise<OpenedFile> {
  if (!file) return { content: '', problem: null };
  try {
    return { content: openTranscriptFile(new Uint8Array(await file.arrayBuffer())), problem: null };
  } catch (error) {
    const words =
      error instanceof TranscriptProblem ? error.message : 'This file cannot be read. Choose it again.';
    return { content: '', problem: words };
  }
}

/** What was read stays in sight when storing it fails, with the sides that were chosen. */
function TranscriptSteps({ data, home }: { data: TranscriptOutcome | undefined; home: string }) {
  const [preview, keep] = useState<TranscriptPreview | null>(null);
  const wanted = data ? data.preview : preview;
  if (wanted !== preview) keep(wanted);
  return (
    <>
      {preview && (
        <TranscriptSpeakers
          key={preview.speakers.map(({ name, first }) => `${name}: ${first}`).join()}
          preview={preview}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="read" variant={preview ? 'secondary' : 'primary'}>
          {preview ? 'Read again' : 'Read'}
        </SubmitButton>
        {preview && (
          <SubmitButton name="step" value="store">
            Store what customers say
          </SubmitButton>
        )}
      </div>
      {data?.stored && (
        <FormMessage tone="positive">
          {data.stored.isCorrected
            ? `Corrected: stored anew with ${formatCount(data.stored.statements, 'statement')}; those by the sides chosen before are gone. `
            : data.stored.isNew
              ? `${formatCount(data.stored.statements, 'statement')} stored and on the way to be read. `
              : `Nothing new: stored before, with ${formatCount(data.stored.statements, 'statement')}. `}
          <TextLink href={`${home}/feedback?conversation=${data.stored.conversationId}`}>
            Show in feedback
          </TextLink>
        </FormMessage>
      )}
      {data?.stored && (
        <>
          <input type="hidden" name="conversationId" value={data.stored.conversationId} />
          <SubmitButton name="step" value="undo" variant="secondary">
            Take it back
          </SubmitButton>
        </>
      )}
      {data && 'undone' in data && (
        <FormMessage tone="neutral">
          {`Taken back: ${formatCount(data.undone, 'statement')} and the conversation are gone.`}
        </FormMessage>
      )}
    </>
  );
}
