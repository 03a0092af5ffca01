'use client';

import { Plus, X } from 'lucide-react';
import NextLink from 'next/link';
import { Menu, MenuButton } from '@/components/ui/menu';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Theme = { id: string; name: string };

type Props = {
  workspaceSlug: string;
  feedbackId: string;
  spanId: string;
  themes: Theme[];
  /** Absent for those who may not correct. */
  correcting?: { choices: Theme[]; put: FormAction; take: FormAction } | undefined;
};

/** The themes of a span; one click removes a theme, two add another. */
export function ThemeChips({ workspaceSlug, feedbackId, spanId, themes, correcting }: Props) {
  const place = (
    <>
      <input type="hidden" name="feedbackId" value={feedbackId} />
      <input type="hidden" name="spanId" value={spanId} />
    </>
  );
  const absent = correcting?.choices.filter((choice) => !themes.some((theme) => theme.id === choice.id));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {themes.length === 0 && <span className="text-sm text-ink-mute">No theme</span>}
      {themes.map((theme) => (
        <span
          key={theme.id}
          className="inline-flex h-7 items-center rounded-full bg-accent-soft pl-3 text-sm font-medium text-accent coarse:h-9"
        >
          <NextLink href={`/w/${workspaceSlug}/themes/${theme.id}`} className="rounded-sm hover:underline">
            {theme.name}
          </NextLink>
          {correcting ? (
            <ActionForm action={correcting.take} className="contents">
              {() => (
                <>
                  {place}
                  <button
                    type="submit"
                    name="themeId"
                    value={theme.id}
                    aria-label={`Remove ${theme.name}`}
                    title="Remove this theme"
                    className="ml-1 inline-flex size-7 items-center justify-center rounded-full hover:bg-hover coarse:size-9"
                  >
                    <X aria-hidden className="size-3.5" />
                  </button>
                </>
              )}
            </ActionForm>
          ) : (
            <span className="w-3" />
          )}
        </span>
      ))}
      {correcting && absent && absent.length > 0 && (
        <ActionForm action={correcting.put} className="contents">
          {() => (
            <>
              {place}
              <Menu
                size="small"
                variant="quiet"
                align="start"
                trigger={
                  <>
                    <Plus aria-hidden />
                    Theme
                  </>
                }
              >
                <div className="max-h-64 overflow-y-auto">
                  {absent.map((theme) => (
                    <MenuButton key={theme.id} type="submit" name="themeId" value={theme.id}>
                      {theme.name}
                    </MenuButton>
                  ))}
                </div>
              </Menu>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
