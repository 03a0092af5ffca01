'use client';

import { Bookmark } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { SavedView } from '@/lib/issues/saved-views';

type Props = {
  views: SavedView[];
  /** Where a view leads, without its query. */
  listHref: string;
  /** The query of what is shown now. */
  query: string;
  save: FormAction;
  remove: FormAction;
  mayShare: boolean;
};

/** Named views of the list: one's own and those that others share. A view is a plain address. */
export function SavedViews({ views, listHref, query, save, remove, mayShare }: Props) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2">
      {views.length > 0 && (
        <nav aria-label="Saved views">
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li key={view.id}>
                {/* A plain link: the list keeps what was moved by hand, and a view is to replace all of it. */}
                <a
                  href={view.query ? `${listHref}?${view.query}` : listHref}
                  aria-current={view.query === query ? 'page' : undefined}
                  className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-sm transition-colors hover:bg-hover aria-[current=page]:border-accent aria-[current=page]:font-medium coarse:h-9"
                >
                  {view.name}
                  {!view.isMine && <span className="text-ink-mute">by {view.memberName}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Dialog
        size="small"
        variant="quiet"
        trigger={
          <>
            <Bookmark aria-hidden />
            Views
          </>
        }
        title="Views of this list"
        description="Weights, filters, status and owner as they are set now, kept under a name. A name you have used is replaced."
      >
        <div className="space-y-6">
          <ActionForm action={save} clears>
            {({ fields }) => (
              <>
                <input type="hidden" name="query" value={query} />
                <Field name="name" label="Name" error={fields?.name ?? null}>
                  {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
                </Field>
                {mayShare && <Checkbox name="isShared" label="Share it with everyone in the workspace" />}
                <SubmitButton>Save this view</SubmitButton>
              </>
            )}
          </ActionForm>
          {views.some(({ isMine }) => isMine) && (
            <ul aria-label="Your views" className="divide-y divide-line border-t border-line">
              {views
                .filter(({ isMine }) => isMine)
                .map((view) => (
                  <li key={view.id} className="flex items-center justify-between gap-3 py-2">
                    <span>
                      {view.name}
                      {view.isShared && <span className="text-ink-mute">, shared</span>}
                    </span>
                    <ActionForm action={remove}>
                      {() => (
                        <>
                          <input type="hidden" name="viewId" value={view.id} />
                          <SubmitButton size="small" variant="secondary">
                            Remove<span className="sr-only"> the view {view.name}</span>
                          </SubmitButton>
                        </>
                      )}
                    </ActionForm>
                  </li>
                ))}
            </ul>
          )}
        </div>
      </Dialog>
    </div>
  );
}
