'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { FormMessage } from '@/components/ui/form-message';
import { type ActionState, idle } from '@/lib/http/action-state';

/** A server action as a form takes it. */
export type FormAction<Data = undefined> = (
  previous: ActionState<Data>,
  form: FormData,
) => Promise<ActionState<Data>>;

/** Hidden fields stand first, and what follows them is the first that is seen: it keeps no distance to them. */
const FIRST_SEEN =
  '[&>input[type=hidden]:first-child+*]:!mt-0 [&>input[type=hidden]:first-child+input[type=hidden]+*]:!mt-0';

type Props<Data> = {
  action: FormAction<Data>;
  /** Empties the form after success, for one that adds a thing; others keep what was typed. */
  clears?: boolean;
  /** Takes the message after success, to show it elsewhere; a dialog around the form closes then. */
  onDone?: (message: string | undefined) => void;
  className?: string;
  /** The children show the message: one below them would be out of sight. */
  hidesMessage?: boolean;
  /** Draws the fields and the button; the message of the last submission stands below them. */
  children: (state: ActionState<Data>) => ReactNode;
};

/** A form that saves: it keeps what was typed when something is wrong, goes to the first wrong field, and says how it went. */
export function ActionForm<Data = undefined>({
  action,
  clears,
  onDone,
  className,
  hidesMessage,
  children,
}: Props<Data>) {
  const [state, submit] = useActionState<ActionState<Data>, FormData>(action, idle);
  const form = useRef<HTMLFormElement>(null);
  const done = useRef(onDone);

  useEffect(() => {
    if (state.fields) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state]);

  useEffect(() => {
    if (state.status !== 'done' || !done.current) return;
    form.current?.closest('dialog')?.close();
    done.current(state.message);
  }, [state]);

  return (
    <form
      ref={form}
      action={submit}
      // React empties a form after every submission, also one that failed.
      onReset={(event) => {
        if (!clears || state.status !== 'done') event.preventDefault();
      }}
      noValidate
    >
      {/* A box of its own: React adds hidden fields to the form, which would count as first in the spacing. */}
      <div className={cx(FIRST_SEEN, className ?? 'space-y-5')}>
        {children(state)}
        {state.message && !hidesMessage && !(onDone && state.status === 'done') && (
          <FormMessage tone={state.status === 'done' ? 'positive' : 'negative'}>{state.message}</FormMessage>
        )}
      </div>
    </form>
  );
}
