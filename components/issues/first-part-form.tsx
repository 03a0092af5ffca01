'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Kind = 'plan' | 'segment' | 'accounts';

type Props = {
  action: FormAction;
  issueId: string;
  plans: string[];
  segments: string[];
  /** As it is set now; empty where it is not. */
  firstOn: string;
  kind: Kind;
  value: string;
};

/** Says which accounts got a fix before all others, and since when. */
export function FirstPartForm({ action, issueId, plans, segments, ...set }: Props) {
  const [kind, setKind] = useState<Kind>(set.kind);
  const choices = { plan: plans, segment: segments };
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <input type="hidden" name="issueId" value={issueId} />
          <div className="grid gap-5 sm:grid-cols-3">
            <Field
              name="firstOn"
              label="They got it on"
              hint="Empty: nobody got it first."
              error={fields?.firstOn}
            >
              {(control) => <Input {...control} type="date" defaultValue={set.firstOn} />}
            </Field>
            <Field name="kind" label="Who got it first" error={fields?.kind}>
              {(control) => (
                <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                  <option value="plan">Accounts of a plan</option>
                  <option value="segment">Accounts of a segment</option>
                  <option value="accounts">These accounts</option>
                </Select>
              )}
            </Field>
            {kind !== 'accounts' && (
              <Field
                key={kind}
                name={kind}
                label={kind === 'plan' ? 'Plan' : 'Segment'}
                error={fields?.[kind]}
              >
                {(control) => (
                  <Select {...control} defaultValue={set.kind === kind ? set.value : ''}>
                    <option value="">Choose one</option>
                    {choices[kind].map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            )}
          </div>
          {kind === 'accounts' && (
            <Field
              name="accounts"
              label="Accounts"
              hint="Names or ids of your own, one a line."
              error={fields?.accounts}
            >
              {(control) => (
                <Textarea {...control} rows={5} defaultValue={set.kind === 'accounts' ? set.value : ''} />
              )}
            </Field>
          )}
          <SubmitButton variant="secondary">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
