'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionState } from '@/lib/http/action-state';
import { type IssueStatus, issueStatuses, NOBODY, statusWords } from '@/lib/issues/schema';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';

type Props = {
  members: { id: string; name: string }[];
  /** ISO day: what an issue shipped on unless another day is given. */
  today: string;
  /** How the last change went: said here, in sight of the button, not below a long list. */
  state: ActionState;
  /** Trackers in which tickets can be made. */
  open: TrackerName[];
};

/**
 * What is to become of the issues ticked in the list before it: a status, an owner, or both. It comes up at the foot of the
 * window with the first tick, over the list rather than above it, so that no row moves. Its form is a `group`.
 */
export function BulkBar({ members, today, state: { status: outcome, message, fields }, open }: Props) {
  const [status, setStatus] = useState<IssueStatus | ''>('');
  return (
    <fieldset
      className={cx(
        'sticky bottom-0 z-10 flex-wrap items-end gap-3 border-t border-line bg-sunken p-4',
        message ? 'flex' : 'hidden group-has-[[name=issueIds]:checked]:flex',
      )}
    >
      <legend className="sr-only">Change the ticked issues</legend>
      <div className="min-w-32 flex-1 sm:max-w-44">
        <Field name="status" label="Ticked: set status" error={fields?.status ?? null}>
          {(control) => (
            <Select
              {...control}
              value={status}
              onChange={(event) => setStatus(event.target.value as IssueStatus | '')}
            >
              <option value="">As it is</option>
              {issueStatuses.map((each) => (
                <option key={each} value={each}>
                  {statusWords[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="min-w-32 flex-1 sm:max-w-44" hidden={status !== 'shipped'}>
        <Field name="shippedAt" label="Shipped on" error={fields?.shippedAt ?? null}>
          {(control) => <Input {...control} type="date" defaultValue={today} />}
        </Field>
      </div>
      <div className="min-w-32 flex-1 sm:max-w-44">
        <Field name="owner" label="Set owner" error={fields?.owner ?? null}>
          {(control) => (
            <Select {...control} defaultValue="">
              <option value="">As it is</option>
              <option value={NOBODY}>Nobody</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SubmitButton variant="secondary">Change ticked issues</SubmitButton>
      {open.map((tracker) => (
        <SubmitButton key={tracker} variant="secondary" name="tracker" value={tracker}>
          Create in {trackerNames[tracker]}
        </SubmitButton>
      ))}
      {fields?.issueIds && <p className="basis-full font-medium text-negative">{fields.issueIds}</p>}
      {message && (
        <div className="basis-full">
          <FormMessage tone={outcome === 'done' ? 'positive' : 'negative'}>{message}</FormMessage>
        </div>
      )}
    </fieldset>
  );
}
