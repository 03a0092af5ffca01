import { CopyText } from '@/components/surveys/copy-text';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';

interface Props {
  /** Where mail is taken; null where it is not. */
  door: { host: string; port: number } | null;
  domain: string;
  /** Empty for those who may not see them, too. */
  addresses: readonly { id: string; name: string; address: string }[];
}

/** Whether letters come in, how to have them come, and to which addresses. */
export function MailAddresses({ door, domain, addresses }: Props) {
  return (
    <div className="max-w-3xl space-y-3">
      {door ? (
        <FormMessage tone="positive" title="Mail is taken">
          By SMTP at {door.host}, port {door.port}, for addresses at {domain}. Your mail server forwards to
          it; letters to any other address are refused.
        </FormMessage>
      ) : (
        <FormMessage tone="neutral" title="Mail is off">
          To switch it on, set <code>SMTP_PORT=2525</code> and <code>SMTP_DOMAIN</code> to the domain of the
          addresses, such as <code>voc.example.com</code>, and start again. It listens at 127.0.0.1 unless{' '}
          <code>SMTP_HOST</code> says otherwise. Letters can be imported as .eml and mbox files in any case.
        </FormMessage>
      )}
      {addresses.length > 0 && (
        <Card>
          <div className="space-y-5">
            {addresses.map(({ id, name, address }) => (
              <CopyText key={id} label={`Address of “${name}”`} text={address} />
            ))}
          </div>
        </Card>
      )}
    </div>
  );
}
