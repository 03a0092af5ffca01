import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { computeDiscoveryShare } from '@/lib/annotations/discovery-steps';
import type { PipelineState, PipelineStep } from '@/lib/annotations/find-pipeline-state';
import { formatNumber } from '@/lib/core/format';
import { describeDiscovery } from './discovery-words';

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
  themes: { label: 'Looking for themes', detail: 'Themes and ranks are those of before until it is done.' },
  ranking: {
    label: 'Ranking issues',
    detail: 'Ranks and their counts are those of before; new ones follow.',
  },
};

/** Where nothing is there from before. */
const FIRST_DETAIL: Partial<Record<PipelineStep, string>> = {
  themes: 'The first themes and ranks follow when it is done.',
  ranking: 'The first ranks follow when it is done.',
};

const detailOf = (step: PipelineStep, isFirst: boolean) =>
  (isFirst ? FIRST_DETAIL[step] : undefined) ?? WORDS[step].detail;

type Props = {
  state: PipelineState;
  /** Stops looking for themes; left out where that is not done, null for those who may not. */
  cancelDiscovery?: FormAction | null;
};

/** Which figures are still of before, on every screen that shows them; the screen follows until all are of now. */
export function PipelineProgress({ state, cancelDiscovery = null }: Props) {
  const { step } = state;
  if (!step) return null;
  return (
    <Card>
      <RefreshWhile />
      {step === 'themes' ? (
        <div className="space-y-3">
          <DiscoveryBar look={state.look} isFirst={state.isFirst} />
          {cancelDiscovery && (
            <ActionButton action={cancelDiscovery} size="small">
              Stop looking
            </ActionButton>
          )}
        </div>
      ) : (
        <StepBar state={state} step={step} />
      )}
    </Card>
  );
}

function DiscoveryBar({ look, isFirst }: Pick<PipelineState, 'look' | 'isFirst'>) {
  const share = look && computeDiscoveryShare(look);
  const detail = detailOf('themes', isFirst);
  return (
    <ProgressBar
      label={WORDS.themes.label}
      share={share}
      value={look ? undefined : 'Waiting'}
      detail={look ? `${describeDiscovery(look)}. ${detail}` : detail}
    />
  );
}

function StepBar({
  state: { comments, unread, anew, isFirst },
  step,
}: {
  state: PipelineState;
  step: PipelineStep;
}) {
  const [total, done] =
    step === 'rereading' && anew ? [anew.total, anew.done] : [comments, comments - unread];
  const isCounted = step === 'reading' || step === 'rereading';
  return (
    <ProgressBar
      label={WORDS[step].label}
      share={isCounted && total > 0 ? done / total : null}
      value={done < total ? `${formatNumber(done)} of ${formatNumber(total)}` : undefined}
      detail={detailOf(step, isFirst)}
    />
  );
}
