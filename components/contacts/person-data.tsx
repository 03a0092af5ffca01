'use client';

import { buttonStyle } from '@/components/ui/control-style';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import type { Held } from '@/lib/privacy/count-held';

type Props = {
  erase: FormAction;
  /** Of the file with all that is held. */
  dataHref: string;
  contactId: string;
  name: string;
  held: Held;
};

/** What people may ask for: all that is held about them, and that it be erased. */
export function PersonData({ erase, dataHref, contactId, name, held }: Props) {
  const said = `${formatCount(held.statements, 'statement')} and ${formatCount(held.responses, 'response')}`;
  return (
    <Section
      title="Personal data"
      description="When this person asks what you hold about them, or that it be erased. Both are written in the audit log."
    >
      <div className="flex flex-wrap gap-2">
        <a className={buttonStyle('secondary')} href={dataHref} download>
          Download all that is held
        </a>
        <Dialog
          trigger="Erase this person"
          variant="danger"
          title={`Erase ${name}?`}
          description="The person, their addresses, ids, companies, consents and wishes go at once. This cannot be undone."
        >
          <ActionForm action={erase}>
            {(state) => (
              <>
                <RadioGroup
                  name="extent"
                  legend="What they said"
                  required
                  error={state.fields?.extent ?? null}
                  options={[
                    {
                      value: 'everything',
                      label: 'Erase it too',
                      hint: `${said} are deleted. Scores and rankings change.`,
                    },
                    {
                      value: 'identity',
                      label: 'Keep it as nobody’s',
                      hint: `${said} stay and count, without name, fields of their source and originals of redacted texts. What a text itself tells stays.`,
                    },
                  ]}
                />
                <p className="text-sm text-ink-soft">
                  Erase them where they came from first: what a source sends again comes in again. A file
                  whose import was stopped is kept for up to seven days.
                </p>
                <SubmitButton variant="danger">Erase for good</SubmitButton>
                <input type="hidden" name="contactId" value={contactId} />
              </>
            )}
          </ActionForm>
        </Dialog>
      </div>
    </Section>
  );
}
