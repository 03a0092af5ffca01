import { CopyText } from '@/components/surveys/copy-text';
import type { NewHook } from '@/lib/ingest/hooks/create-hook';

/** The address of a new sender with its secret. */
export function NewHookNotice({ hook: { name, address, secret, isKept } }: { hook: NewHook }) {
  return (
    <div className="min-w-0 space-y-3 rounded border border-line bg-sunken p-4">
      <p>
        {isKept
          ? 'Let letters of customers be forwarded to it. Administrators find it again below “Mail”.'
          : `Enter ${secret ? 'both' : 'it'} in the other system now: ${secret ? 'they are' : 'it is'} shown only this once.`}
      </p>
      <CopyText key={address} label={`Address of “${name}”`} text={address} />
      {secret && <CopyText key={secret} label="Signing secret" text={secret} />}
    </div>
  );
}
