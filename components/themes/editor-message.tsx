import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import type { ThemeEditor } from './use-theme-editor';

/** What the last edit came to, and the way to take it back. */
export function EditorMessage({ editor: { said, undo } }: { editor: ThemeEditor }) {
  return (
    <div aria-live="polite" className="basis-full empty:sr-only">
      {said && (
        <FormMessage tone={said.tone}>
          {said.message}{' '}
          {said.batchId && (
            <Button size="small" onClick={() => undo(said.batchId ?? undefined)}>
              Undo
            </Button>
          )}
        </FormMessage>
      )}
    </div>
  );
}
