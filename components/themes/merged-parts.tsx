'use client';

import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatDate } from '@/lib/core/format';
import type { Edited } from '@/lib/themes/schema';

type Part = { batchId: string; name: string; decidedAt: Date; decidedBy: string };

type Props = {
  parts: Part[];
  /** Null for those who may not. */
  undo: FormAction<Edited> | null;
};

/** The themes that people merged into this one. */
export function MergedParts({ parts, undo }: Props) {
  return (
    <Section title="Merged into it" description="Their comments are counted here.">
      <Card flush>
        <ul className="divide-y divide-line">
          {parts.map((part) => (
            <li key={part.batchId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
              <span>
                <span className="font-medium">{part.name}</span>
                <span className="block text-sm text-ink-mute">
                  by {part.decidedBy}, {formatDate(part.decidedAt)}
                </span>
              </span>
              {undo && (
                <ActionForm action={undo}>
                  {() => (
                    <>
                      <input type="hidden" name="batchId" value={part.batchId} />
                      <SubmitButton variant="secondary" size="small">
                        Undo<span className="sr-only"> the merge of {part.name}</span>
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
