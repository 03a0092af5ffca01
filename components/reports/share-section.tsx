'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { PageSteps } from '@/components/ui/page-steps';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionButton } from '@/components/workspaces/action-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { CopyLink } from '@/components/workspaces/copy-link';
import { formatCount, formatDateTime } from '@/lib/core/format';
import { SHARES_PER_PAGE, shareDays } from '@/lib/reports/schema';
import type { ShareLinks } from '@/lib/reports/share-links';

type Props = {
  /** Null for the ranked list. */
  issueId: string | null;
  links: ShareLinks;
  /** The address of the report for members. */
  href: string;
  create: FormAction<{ shareId: string; path: string }>;
  revoke: FormAction;
};

/** Links that show a report to people outside, for a time: making one, and ending those there are. */
export function ShareSection({ issueId, links, href, create, revoke }: Props) {
  // The newest is on the first page: one that is not there was ended.
  const works = (shareId: string) => links.page > 1 || links.rows.some(({ id }) => id === shareId);
  return (
    <div className="space-y-5">
      <ActionForm action={create} className="space-y-3">
        {({ data }) => (
          <>
            <input type="hidden" name="issueId" value={issueId ?? ''} />
            <div className="flex flex-wrap items-end gap-3">
              <Field name="days" label="Works for">
                {(control) => (
                  <Select {...control} defaultValue="7">
                    {shareDays.map((days) => (
                      <option key={days} value={days}>
                        {formatCount(days, 'day')}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <SubmitButton variant="secondary">Make a link</SubmitButton>
            </div>
            <div role="status">
              {data && works(data.shareId) && (
                <CopyLink
                  path={data.path}
                  label="Link to this report"
                  hint="Whoever has it sees the report, without signing in. Copy it now: it is not shown again."
                />
              )}
            </div>
          </>
        )}
      </ActionForm>
      {links.rows.length > 0 && (
        <ul aria-label="Links that work" className="divide-y divide-line">
          {links.rows.map(({ id, createdBy, createdAt, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                Works until {formatDateTime(expiresAt)}
                <span className="block text-sm text-ink-mute">
                  Made by {createdBy}, {formatDateTime(createdAt)}
                </span>
              </span>
              <ActionButton action={revoke} fields={{ shareId: id }} size="small">
                End it<span className="sr-only">, the link that works until {formatDateTime(expiresAt)}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {links.total > SHARES_PER_PAGE && (
        <PageSteps
          page={links.page}
          pageSize={SHARES_PER_PAGE}
          shown={links.rows.length}
          total={links.total}
          noun="link"
          label="Pages of links"
          hrefOf={(page) => `${href}?links=${page}`}
        />
      )}
    </div>
  );
}
