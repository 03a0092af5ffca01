import { Checkbox } from '@/components/ui/checkbox';
import { Input, Select } from '@/components/ui/input';
import type { TranscriptPreview } from '@/lib/api/transcripts/transcript-form';
import { formatCount } from '@/lib/core/format';

const BY: Record<string, string> = {
  role: 'The name tells the side.',
  domain: 'The address tells the side.',
  file: 'The file tells the side.',
  rest: 'Taken for the other side.',
  questions: 'Told by who asks.',
  nothing: 'Nothing tells the side: choose.',
};

/** Who speaks in a transcript, for a person to say on which side; and what could not be read. */
export function TranscriptSpeakers({ preview }: { preview: TranscriptPreview }) {
  const { format, speakers, hasDates, nameless, skipped, skippedCount } = preview;
  return (
    <section aria-label="What was read" className="space-y-4 rounded border border-line bg-sunken p-4">
      <p>
        Read as {format}: {formatCount(speakers.length, 'speaker')}.
        {nameless > 0 && ` ${formatCount(nameless, 'turn')} without a speaker.`}
        {hasDates ? ' It has its own dates.' : ' It has no dates: say when it began.'}
      </p>
      <ul className="space-y-3">
        {speakers.map(({ name, side, by, turns, first, email }) => (
          <li key={name} className="grid items-start gap-2 sm:grid-cols-[minmax(0,1fr)_11rem_9rem]">
            <div className="min-w-0">
              <p className="break-words font-medium">{name}</p>
              <p className="break-words text-sm text-ink-mute">
                {BY[by]} {formatCount(turns, 'turn')}, the first: “{first}”
              </p>
            </div>
            <input type="hidden" name="speaker" value={name} />
            <Input
              name="email"
              type="email"
              aria-label={`E-mail of ${name}, if known`}
              placeholder="E-mail, if known"
              autoComplete="off"
              defaultValue={email}
            />
            <Select name="side" aria-label={`Side of ${name}`} defaultValue={side}>
              <option value="customer">Customer</option>
              <option value="staff">Our own</option>
              <option value="skip">Leave out</option>
            </Select>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-mute">
        A customer with an e-mail, or with a phone number for a name, is kept as that person. The others are
        told apart as Customer 1, Customer 2: names alone are many people’s.
      </p>
      {nameless > 0 && (
        <Checkbox name="takesNameless" label="Take words without a speaker for the customer’s" />
      )}
      {skippedCount > 0 && (
        <div>
          <p className="font-medium">{formatCount(skippedCount, 'part')} could not be read</p>
          <ul className="list-inside list-disc text-sm text-ink-soft">
            {skipped.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                Line {line}: {reason}
              </li>
            ))}
          </ul>
          {skippedCount > skipped.length && (
            <p className="text-sm text-ink-mute">The first {skipped.length} are listed.</p>
          )}
        </div>
      )}
    </section>
  );
}
