'use client';

import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatDateTime } from '@/lib/core/format';
import type { Edited } from '@/lib/themes/schema';

export type DecisionLine = {
  batchId: string;
  words: string;
  decidedAt: Date;
  decidedBy: string;
  isUndone: boolean;
};

type Props = {
  lines: DecisionLine[];
  /** Null for those who may not. */
  undo: FormAction<Edited> | null;
};

/** What people decided about themes, the newest first, each to be undone. */
export function DecisionList({ lines, undo }: Props) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {lines.map(({ batchId, words, decidedAt, decidedBy, isUndone }) => (
          <li key={batchId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
            <span className="min-w-0 break-words">
              <span className={isUndone ? 'text-ink-mute line-through' : 'font-medium'}>{words}</span>
              <span className="block text-sm text-ink-mute">
                by {decidedBy}, {formatDateTime(decidedAt)}
                {isUndone && ', undone'}
              </span>
            </span>
            {undo && !isUndone && (
              <ActionForm action={undo}>
                {() => (
                  <>
                    <input type="hidden" name="batchId" value={batchId} />
                    <SubmitButton variant="secondary" size="small">
                      Undo<span className="sr-only">{words}</span>
                    </SubmitButton>
                  </>
                )}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
