import { formatPercent } from '@/lib/core/format';
import { answerNames } from '@/lib/quality/schema';
import type { Verdict } from './use-label-desk';

/** What was said of the statement before, and what the engine says of it: shown only now, lest it lead the labeller. */
export function VerdictLine({ verdict, isSaving }: { verdict: Verdict | null; isSaving: boolean }) {
  return (
    <p role="status" className="min-h-5 grow text-sm text-ink-mute sm:text-right">
      {verdict && (
        <>
          Before: you said <strong className="font-medium text-ink">{answerNames[verdict.answer]}</strong>
          {verdict.guess ? `, ${engineWords(verdict)}.` : isSaving && '. Saving …'}
        </>
      )}
    </p>
  );
}

function engineWords({ answer, guess }: Verdict): string {
  const { engineLabel, engineConfidence } = guess ?? {};
  if (!engineLabel) return 'the engine said nothing';
  const sure = engineConfidence ? ` (${formatPercent(engineConfidence)} sure)` : '';
  return engineLabel === answer ? `the engine too${sure}` : `the engine ${answerNames[engineLabel]}${sure}`;
}
