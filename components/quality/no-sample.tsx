import { ClipboardCheck } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/workspaces/action-form';
import { SampleForm } from './sample-form';

/** Before the first sample. Without `draw` one has to ask who may. */
export function NoSample({ draw }: { draw: FormAction | null }) {
  return (
    <EmptyState
      icon={ClipboardCheck}
      title="Nobody has labelled a sample yet"
      actions={draw && <SampleForm action={draw} />}
    >
      {draw
        ? 'Draw statements of your customers at random and say how each of them feels: a hundred take about ten minutes. You then see here how often the engine reads them as you do.'
        : 'Once somebody with the right to label has drawn a sample and labelled it, you see here how often the engine reads your feedback as people do.'}
    </EmptyState>
  );
}
