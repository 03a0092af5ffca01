import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle, type LucideIcon, Undo2 } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { type ImportStatus, importStatusNames } from '@/lib/ingest/schema';

const LOOKS: Record<ImportStatus, { tone: Tone; icon: LucideIcon }> = {
  uploaded: { tone: 'warning', icon: Clock },
  queued: { tone: 'accent', icon: Clock },
  running: { tone: 'accent', icon: LoaderCircle },
  cancelling: { tone: 'accent', icon: LoaderCircle },
  cancelled: { tone: 'neutral', icon: Ban },
  succeeded: { tone: 'positive', icon: CircleCheck },
  failed: { tone: 'negative', icon: CircleAlert },
  undoing: { tone: 'accent', icon: LoaderCircle },
  undone: { tone: 'neutral', icon: Undo2 },
};

/** Where an import stands, by word, sign and colour. */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { tone, icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon}>
      {importStatusNames[status]}
    </Badge>
  );
}
