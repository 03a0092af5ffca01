import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { formatCount, formatNumber } from '@/lib/core/format';
import type { Reassignment } from '@/lib/themes/find-reassignment';

/** How far an edit has come in being held against all comments; nothing when none is under way. */
export function ReassignmentProgress({ run }: { run: Reassignment | null }) {
  if (!run) return null;
  const { total, done, changed } = run;
  return (
    <Card>
      <RefreshWhile />
      <ProgressBar
        label="Assigning comments by your edit"
        share={total > 0 ? done / total : null}
        value={total > 0 ? `${formatNumber(done)} of ${formatNumber(total)}` : 'Waiting'}
        detail={`${formatCount(changed, 'comment')} changed so far. Comments of the edited themes come first.`}
      />
    </Card>
  );
}
