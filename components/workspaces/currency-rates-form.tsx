'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount } from '@/lib/core/format';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  workspaceSlug: string;
  /** The workspace's own currency. */
  currency: string;
  /** Others, with the accounts whose ARR is in it. */
  rows: { code: string; rate: number | null; accounts: number }[];
  disabled: boolean;
};

/** What one unit of each other currency is worth in the workspace's own. */
export function CurrencyRatesForm({ action, workspaceSlug, currency, rows, disabled }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          {rows.map(({ code, rate, accounts }) => (
            <Field
              key={code}
              name={code}
              label={`1 ${code} is worth, in ${currency}`}
              hint={
                accounts > 0 ? (
                  <>
                    ARR of{' '}
                    <TextLink href={accountsHref(workspaceSlug, { currency: code })} className="font-normal">
                      {formatCount(accounts, 'account')}
                    </TextLink>{' '}
                    is in {code}. Empty: it counts as unknown.
                  </>
                ) : (
                  `No ARR is in ${code} now. Empty: the rate is taken away.`
                )
              }
              error={fields?.[code]}
            >
              {(control) => (
                <Input
                  {...control}
                  inputMode="decimal"
                  autoComplete="off"
                  className="max-w-40"
                  defaultValue={rate ?? ''}
                  maxLength={20}
                  disabled={disabled}
                />
              )}
            </Field>
          ))}
          {!disabled && <SubmitButton>Save rates</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
