'use client';

import { Check, CircleCheck, SkipForward, Tags, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FormMessage } from '@/components/ui/form-message';
import { Modal } from '@/components/ui/modal';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import type { UnsureAssignment } from '@/lib/annotations/review-queue';
import { formatCount, formatDate, formatPercent } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { assignmentsHref } from './assignments-href';
import { commandOf, type ReviewCommand, reviewKeys } from './review-keys';
import { type PickedTheme, ThemePicker } from './theme-picker';
import { useReviewDesk } from './use-review-desk';

type Props = {
  workspaceSlug: string;
  unsure: UnsureAssignment[];
  total: number;
  themes: PickedTheme[];
  answer: FormAction;
  takeBack: FormAction;
};

const BUTTONS: readonly { command: ReviewCommand; label: string; icon: typeof Check }[] = [
  { command: 'yes', label: 'Yes', icon: Check },
  { command: 'no', label: 'No', icon: X },
  { command: 'other', label: 'Another', icon: Tags },
  { command: 'skip', label: 'Skip', icon: SkipForward },
];

/** One unsure assignment after another, answered by key, mouse or finger. Keys work while the focus is on the desk. */
export function ReviewDesk({ workspaceSlug, themes, ...queue }: Props) {
  const desk = useReviewDesk(queue);
  const { current } = desk;
  const [isChoosing, setChoosing] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);

  // At the start, and when a button goes away with the focus on it: the focus that is nowhere comes to the desk.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  });

  function obey(command: ReviewCommand) {
    if (command === 'undo') return void desk.undo();
    if (!current) return;
    if (command === 'skip') return desk.skip();
    if (command === 'other') return setChoosing(true);
    void desk.give({ answer: command });
  }

  function onKeyDown(event: KeyboardEvent) {
    const command = isChoosing ? null : commandOf(event);
    if (!command) return;
    event.preventDefault();
    obey(command);
  }

  return (
    <div className="mx-auto max-w-3xl space-y-4">
      <p className="text-ink-mute">
        {desk.left > 0 ? (
          <TextLink href={assignmentsHref(workspaceSlug, { of: 'review' })}>
            {formatCount(desk.left, 'assignment')}
          </TextLink>
        ) : (
          '0 assignments'
        )}{' '}
        to review
      </p>
      <section
        ref={box}
        tabIndex={-1}
        aria-label="Assignment to review"
        onKeyDown={onKeyDown}
        className="space-y-4 rounded-lg outline-offset-4"
      >
        {desk.problem && <FormMessage tone="negative">{desk.problem}</FormMessage>}
        <Card>
          <div aria-live="polite" aria-atomic className="min-h-40">
            {current ? (
              <Unsure item={current} />
            ) : desk.left > 0 ? (
              <p className="text-ink-mute">One moment …</p>
            ) : (
              <EmptyState
                icon={CircleCheck}
                title="Nothing to review"
                actions={<ButtonLink href={`/w/${workspaceSlug}/themes`}>To the themes</ButtonLink>}
              >
                The classifier is sure of all its assignments, or a person has said of each whether it is
                right.
              </EmptyState>
            )}
          </div>
        </Card>
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-2 border-t border-line bg-canvas/95 px-4 py-3 backdrop-blur sm:mx-0 sm:rounded-lg sm:border">
          {current &&
            BUTTONS.map(({ command, label, icon: Icon }) => (
              <Button
                key={command}
                variant={command === 'skip' ? 'quiet' : 'secondary'}
                onClick={() => obey(command)}
                aria-keyshortcuts={reviewKeys[command]}
              >
                <Icon aria-hidden />
                {label}
                <Key>{reviewKeys[command]}</Key>
              </Button>
            ))}
          <Button
            variant="quiet"
            onClick={() => obey('undo')}
            aria-disabled={desk.answered === 0}
            className="aria-disabled:opacity-50"
            aria-keyshortcuts={reviewKeys.undo}
          >
            <Undo2 aria-hidden />
            Undo
            <Key>{reviewKeys.undo}</Key>
          </Button>
        </div>
      </section>
      <p className="text-sm text-ink-mute">
        Each answer holds for its sentence, and teaches the classifier: all comments are assigned anew by it
        within a minute.
      </p>
      <Modal isOpen={isChoosing} onClose={() => setChoosing(false)} title="Which theme is it?">
        {isChoosing && current && (
          <form
            className="space-y-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (!picked) return;
              setChoosing(false);
              void desk.give({ answer: 'no', insteadId: picked });
            }}
          >
            <ThemePicker
              name="insteadId"
              label="The sentence is about"
              themes={themes.filter(({ id }) => id !== current.themeId)}
              onPick={setPicked}
            />
            <Button type="submit" variant="primary">
              Choose
            </Button>
          </form>
        )}
      </Modal>
    </div>
  );
}

function Unsure({ item }: { item: UnsureAssignment }) {
  const { text, start, end, language, channel, occurredAt, themeName, confidence } = item;
  return (
    <>
      <p className="text-lg">
        Is this about <strong className="font-semibold">{themeName}</strong>?
      </p>
      <p className="text-sm text-ink-mute">
        {channelNames[channel]}, {formatDate(occurredAt)}; the classifier is {formatPercent(confidence)} sure
      </p>
      <blockquote
        lang={language ?? undefined}
        dir="auto"
        className="mt-3 whitespace-pre-wrap break-words font-voice text-xl leading-relaxed"
      >
        {text.slice(0, start)}
        <mark className="box-decoration-clone rounded-sm bg-accent-soft py-0.5 text-ink">
          {text.slice(start, end)}
        </mark>
        {text.slice(end)}
      </blockquote>
    </>
  );
}

/** The key that does the same; a finger has none. */
function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="rounded border border-line bg-sunken px-1.5 font-mono text-xs uppercase text-ink-mute coarse:hidden"
    >
      {children}
    </kbd>
  );
}
