import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RefreshWhile } from '@/components/ui/refresh-while';
import type { PipelineState, PipelineStep } from '@/lib/annotations/find-pipeline-state';
import { formatNumber } from '@/lib/core/format';

const WORDS: Record<PipelineStep, { label: string; detail: string }> = {
  importing: {
    label: 'Reading comments',
    detail: 'An import is running. What is not read yet has no sentiment and no theme.',
  },
  reading: {
    label: 'Reading comments',
    detail: 'What is not read yet has no sentiment and no theme; the figures grow as it goes on.',
  },
  rereading: {
    label: 'Reading comments anew',
    detail: 'The engine has learned. Sentiment, themes and ranks change as it goes on; corrections stay.',
  },
  themes: { label: 'Looking for themes', detail: 'Themes and ranks are those of before; new ones follow.' },
  ranking: {
    label: 'Ranking issues',
    detail: 'Ranks and their counts are those of before; new ones follow.',
  },
};

/** Which figures are still of before, on every screen that shows them; the screen follows until all are of now. */
export function PipelineProgress({ state: { comments, unread, anew, step } }: { state: PipelineState }) {
  if (!step) return null;
  const [total, done] =
    step === 'rereading' && anew ? [anew.total, anew.done] : [comments, comments - unread];
  const isCounted = step === 'reading' || step === 'rereading';
  return (
    <Card>
      <RefreshWhile />
      <ProgressBar
        label={WORDS[step].label}
        share={isCounted && total > 0 ? done / total : null}
        value={done < total ? `${formatNumber(done)} of ${formatNumber(total)}` : undefined}
        detail={WORDS[step].detail}
      />
    </Card>
  );
}
