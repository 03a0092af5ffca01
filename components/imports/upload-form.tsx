'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dropzone } from '@/components/ui/dropzone';
import { FormMessage } from '@/components/ui/form-message';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RadioGroup } from '@/components/ui/radio-group';
import { formatBytes } from '@/lib/core/format';
import { checkDrop, checkFile } from './check-dropped';
import { ExampleHeader } from './example-header';
import { sendFile } from './send-file';

type State =
  | { step: 'waiting'; problem: string | null }
  | { step: 'sending'; file: File; share: number; cancel: () => void };

/** Takes a file, sends it and goes on to its columns. */
export function UploadForm({ home }: { home: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<State>({ step: 'waiting', problem: null });
  const refuse = (problem: string | null) => setState({ step: 'waiting', problem });

  useEffect(() => {
    if (state.step !== 'sending') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.step]);

  const send = async (file: File) => {
    const problem = await checkFile(file);
    if (problem) return refuse(problem);
    const target = String(new FormData(form.current ?? undefined).get('target'));
    const query = new URLSearchParams({ target, name: file.name });
    const { result, cancel } = sendFile(`${home}/imports/upload?${query}`, file, (share) =>
      setState((now) => (now.step === 'sending' ? { ...now, share } : now)),
    );
    setState({ step: 'sending', file, share: 0, cancel });
    const answer = await result;
    if (answer === 'cancelled') refuse(null);
    else if ('problem' in answer) refuse(answer.problem);
    else router.push(`${home}/imports/${answer.importId}`);
  };

  // Before the drop zone sees it: what is no single file never reaches it.
  const judgeDrop = (event: DragEvent) => {
    const problem = checkDrop(event.dataTransfer);
    if (!problem) return;
    event.preventDefault();
    event.stopPropagation();
    refuse(problem);
  };

  return (
    <form ref={form} className="max-w-2xl space-y-5" onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={state.step === 'sending'}>
        <RadioGroup
          name="target"
          legend="What is in the file?"
          defaultValue="feedback"
          options={[
            { value: 'feedback', label: 'Feedback', hint: <ExampleHeader target="feedback" /> },
            { value: 'accounts', label: 'Accounts', hint: <ExampleHeader target="accounts" /> },
          ]}
        />
      </fieldset>
      {state.step === 'sending' ? (
        <Sending {...state} />
      ) : (
        <div onDropCapture={judgeDrop} className="space-y-3">
          {state.problem && <FormMessage tone="negative">{state.problem}</FormMessage>}
          <Dropzone
            // A refused file is forgotten, so that the same one can be chosen again when it is mended.
            key={state.problem}
            name="file"
            label="Drop a file here, or choose one"
            hint="CSV, TSV, JSON, JSON Lines, Excel (.xlsx, with up to 128 MB of text) or e-mail (.eml, .mbox); also packed as .zip or .gz. Exports of Qualtrics, SurveyMonkey, Typeform, Delighted, PostHog and Formbricks are recognised. Nothing is imported before you have checked the columns."
            accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.eml,.mbox,.zip,.gz,text/csv,text/plain,text/tab-separated-values,application/json,message/rfc822"
            onFile={(file) => void send(file)}
          />
        </div>
      )}
    </form>
  );
}

function Sending({ file, share, cancel }: { file: File; share: number; cancel: () => void }) {
  const isSent = share >= 1;
  return (
    <Card>
      <div className="space-y-4">
        <ProgressBar
          label={isSent ? `Reading ${file.name}` : `Sending ${file.name}`}
          share={isSent ? null : share}
          value={isSent ? 'Finding out what it is, and its columns' : undefined}
          detail={`${formatBytes(share * file.size)} of ${formatBytes(file.size)}`}
        />
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </Card>
  );
}
