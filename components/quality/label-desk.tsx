'use client';

import { CircleCheck, CircleHelp, SkipForward, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { FormMessage } from '@/components/ui/form-message';
import { ProgressBar } from '@/components/ui/progress-bar';
import { SENTIMENT_ICON } from '@/components/ui/tone';
import { formatNumber } from '@/lib/core/format';
import { answerNames, answers } from '@/lib/quality/schema';
import { answerKeys, commandOf, type DeskCommand, SKIP_KEY, UNDO_KEYS } from './label-keys';
import type { DeskStatement } from './label-queue';
import { type DeskProps, useLabelDesk } from './use-label-desk';
import { useShortcuts } from './use-shortcuts';
import { VerdictLine } from './verdict-line';

const ANSWER_ICON = { ...SENTIMENT_ICON, no_opinion: CircleHelp };

type Props = DeskProps & { resultsHref: string };

/**
 * One statement after another, to be labelled by key, mouse or finger. Single keys work only while the focus is on the desk,
 * and can be turned off (WCAG 2.1.4).
 */
export function LabelDesk({ resultsHref, ...props }: Props) {
  const { current, queue, verdict, problem, isSaving, isFetching, obey } = useLabelDesk(props);
  const [hasShortcuts, setShortcuts] = useShortcuts();
  const desk = useRef<HTMLElement>(null);

  // At the start, and when a button goes away with the focus on it: the focus that is nowhere comes to the desk.
  useEffect(() => {
    if (document.activeElement === document.body) desk.current?.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    const command = hasShortcuts ? commandOf(event) : null;
    if (!command) return;
    event.preventDefault();
    obey(command);
  }

  return (
    <div className="mx-auto max-w-3xl space-y-4">
      <ProgressBar
        label="Labelled by you"
        share={props.size === 0 ? 1 : queue.count / props.size}
        value={`${formatNumber(queue.count)} of ${formatNumber(props.size)}`}
      />
      <section
        ref={desk}
        tabIndex={-1}
        aria-label="Statement to label"
        onKeyDown={onKeyDown}
        className="space-y-4 rounded-lg outline-offset-4"
      >
        {problem && <FormMessage tone="negative">{problem}</FormMessage>}
        <Card>
          <div aria-live="polite" aria-atomic className="min-h-40">
            {current ? (
              <Statement statement={current} />
            ) : isSaving || isFetching ? (
              <p className="text-ink-mute">One moment …</p>
            ) : (
              <AllDone resultsHref={resultsHref} />
            )}
          </div>
        </Card>
        <div className="sticky bottom-0 z-10 -mx-4 space-y-2 border-t border-line bg-canvas/95 px-4 py-3 backdrop-blur sm:mx-0 sm:rounded-lg sm:border">
          {current && <AnswerButtons obey={obey} showsKeys={hasShortcuts} />}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              onClick={() => obey({ kind: 'undo' })}
              aria-disabled={queue.labelled.length === 0}
              className="aria-disabled:opacity-50"
              aria-keyshortcuts={hasShortcuts ? UNDO_KEYS : undefined}
            >
              <Undo2 aria-hidden />
              Undo
              {hasShortcuts && <Key>U</Key>}
            </Button>
            {current && (
              <Button
                variant="quiet"
                onClick={() => obey({ kind: 'skip' })}
                aria-disabled={queue.waiting.length < 2}
                className="aria-disabled:opacity-50"
                aria-keyshortcuts={hasShortcuts ? SKIP_KEY : undefined}
              >
                <SkipForward aria-hidden />
                Skip
                {hasShortcuts && <Key>S</Key>}
              </Button>
            )}
            <VerdictLine verdict={verdict} isSaving={isSaving} />
          </div>
        </div>
      </section>
      <Checkbox
        label="Keyboard shortcuts"
        hint="1, 2, 3 and 0 label, U or Backspace undoes, S skips. They work while the focus is on the statement or its buttons."
        checked={hasShortcuts}
        onChange={(event) => setShortcuts(event.target.checked)}
      />
    </div>
  );
}

function Statement({ statement }: { statement: DeskStatement }) {
  return (
    <>
      <p className="text-sm text-ink-mute">{statement.context}</p>
      <blockquote
        lang={statement.language ?? undefined}
        dir="auto"
        className="mt-3 whitespace-pre-wrap break-words font-voice text-xl leading-relaxed"
      >
        {statement.title && <span className="mb-2 block font-semibold">{statement.title}</span>}
        {statement.text}
      </blockquote>
    </>
  );
}

function AnswerButtons({ obey, showsKeys }: { obey: (command: DeskCommand) => void; showsKeys: boolean }) {
  return (
    <fieldset className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      <legend className="sr-only">How does the customer feel?</legend>
      {answers.map((answer) => {
        const Icon = ANSWER_ICON[answer];
        return (
          <Button
            key={answer}
            onClick={() => obey({ kind: 'answer', answer })}
            aria-keyshortcuts={showsKeys ? answerKeys[answer] : undefined}
            className="!h-12"
          >
            <Icon aria-hidden />
            {answerNames[answer]}
            {showsKeys && <Key>{answerKeys[answer]}</Key>}
          </Button>
        );
      })}
    </fieldset>
  );
}

/** The key that does the same; a finger has none. */
function Key({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="rounded border border-line bg-sunken px-1.5 font-mono text-xs text-ink-mute coarse:hidden"
    >
      {children}
    </kbd>
  );
}

function AllDone({ resultsHref }: { resultsHref: string }) {
  return (
    <EmptyState
      icon={CircleCheck}
      title="You have labelled the whole sample"
      actions={
        <ButtonLink variant="primary" href={resultsHref}>
          See the agreement
        </ButtonLink>
      }
    >
      A second person who labels it too shows how far people agree among themselves.
    </EmptyState>
  );
}
