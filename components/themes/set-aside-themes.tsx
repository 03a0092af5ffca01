'use client';

import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { SetAsideTheme } from '@/lib/annotations/find-set-aside-themes';
import { formatCount } from '@/lib/core/format';
import type { Edited } from '@/lib/themes/schema';

type Props = {
  workspaceSlug: string;
  themes: SetAsideTheme[];
  /** Null for those who may not edit. */
  mark: FormAction<Edited> | null;
};

/** The themes that people set aside, each to be used again; nothing where there are none. */
export function SetAsideThemes({ workspaceSlug, themes, mark }: Props) {
  if (themes.length === 0) return null;
  return (
    <Section
      title="Set aside"
      description="Neither counted nor ranked. They keep taking their comments, so that these do not spill into other themes."
    >
      <Card flush>
        <ul className="divide-y divide-line">
          {themes.map(({ id, name, comments }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
              <span className="min-w-0 break-words">
                <TextLink href={`/w/${workspaceSlug}/themes/${id}`}>{name}</TextLink>
                <span className="block text-sm text-ink-mute">
                  <TextLink href={feedbackHref(workspaceSlug, { theme: id })}>
                    {formatCount(comments, 'comment')}
                    <span className="sr-only"> on {name}</span>
                  </TextLink>{' '}
                  of all time
                </span>
              </span>
              {mark && (
                <ActionForm action={mark}>
                  {() => (
                    <>
                      <input type="hidden" name="themeIds" value={id} />
                      <input type="hidden" name="mark" value="exclude" />
                      <input type="hidden" name="on" value="no" />
                      <SubmitButton variant="secondary" size="small">
                        Use again<span className="sr-only">: {name}</span>
                      </SubmitButton>
                    </>
                  )}
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
