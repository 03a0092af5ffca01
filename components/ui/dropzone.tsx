'use client';

import { FileText, Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { formatBytes } from '@/lib/core/format';
import { cx } from './cx';

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** As for a file input, e.g. ".csv,text/csv". */
  accept?: string;
  required?: boolean;
  onFile?: (file: File) => void;
};

/** A place to drop one file. Beneath it is an ordinary file input, so keys, forms and screen readers work as ever. */
export function Dropzone({ name, label, hint, accept, required, onFile }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<File | null>(null);

  const take = (chosen: File | undefined) => {
    setFile(chosen ?? null);
    if (chosen) onFile?.(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files[0]);
  };

  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex min-h-40 cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border border-dashed px-6 py-8 text-center transition-colors has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface hover:bg-hover/60',
      )}
    >
      <input
        ref={input}
        id={id}
        name={name}
        type="file"
        accept={accept}
        required={required}
        aria-describedby={`${id}hint`}
        className="sr-only"
        onChange={(event) => take(event.target.files?.[0])}
      />
      {file ? (
        <FileText aria-hidden className="mb-2 size-6 text-accent" />
      ) : (
        <Upload aria-hidden className="mb-2 size-6 text-ink-mute" />
      )}
      <span className="font-medium">{label}</span>
      <span id={`${id}hint`} aria-live="polite" className="max-w-full break-words text-sm text-ink-mute">
        {file ? `${file.name}, ${formatBytes(file.size)}` : hint}
      </span>
    </label>
  );
}
