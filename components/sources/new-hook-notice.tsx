import { CopyText } from '@/components/surveys/copy-text';
import type { NewHook } from '@/lib/ingest/hooks/create-hook';

/** Address and secret of a new webhook, shown this once. */
export function NewHookNotice({ hook: { name, address, secret } }: { hook: NewHook }) {
  return (
    <div className="min-w-0 space-y-3 rounded border border-line bg-sunken p-4">
      <p>
        Enter {secret ? 'both' : 'it'} in the other system now: {secret ? 'they are' : 'it is'} shown only
        this once.
      </p>
      <CopyText key={address} label={`Address of “${name}”`} text={address} />
      {secret && <CopyText key={secret} label="Signing secret" text={secret} />}
    </div>
  );
}
