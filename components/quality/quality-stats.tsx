import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';
import { type Estimated, FEWEST_STATEMENTS, type Quality } from '@/lib/quality/compute-quality';
import type { JudgedFilter } from '@/lib/quality/judged-filter';

type Props = { quality: Quality; hrefOf: (filter: JudgedFilter) => string };

const SHARE: ValueFormat = { kind: 'percent' };
const COEFFICIENT: ValueFormat = { kind: 'decimal', digits: 2 };

/** How far engine and people agree, in four numbers. */
export function QualityStats({ quality, hrefOf }: Props) {
  const { overall, people } = quality;
  const rows = {
    noun: 'statement',
    ...(overall.n > 0 ? { n: overall.n, href: hrefOf({ compared: '1' }) } : {}),
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Stat
        label="Right"
        {...numbers(overall.accuracy, SHARE)}
        {...rows}
        tip={
          <InfoTip label="What counts as right">
            The share of statements in which the engine says what people say (accuracy). Statements in which
            people cannot tell are left out.
          </InfoTip>
        }
      />
      <Stat
        label="Macro-F1"
        {...numbers(overall.macroF1, SHARE)}
        {...rows}
        tip={
          <InfoTip label="What macro-F1 is">
            How well each of negative, neutral and positive is found, the three counting alike: a rare one
            weighs as much as a common one. From {FEWEST_STATEMENTS} statements on.
          </InfoTip>
        }
      />
      <Stat
        label="Alpha, person and engine"
        {...numbers(overall.alpha, COEFFICIENT)}
        {...rows}
        tip={
          <InfoTip label="What alpha is">
            Krippendorff’s alpha: agreement beyond chance. 1 is full agreement, 0 what chance would give.
            Above 0.80 is called reliable, 0.67 to 0.80 enough for tentative conclusions.
          </InfoTip>
        }
      />
      <Stat
        label="Alpha, between people"
        {...numbers(people?.alpha ?? null, COEFFICIENT)}
        noun="statement"
        {...(people ? { n: people.n, href: hrefOf({ several: '1' }) } : { behind: 'Needs a second person' })}
        tip={
          <InfoTip label="Why people are compared">
            The same alpha, between people who labelled the same statements. Where people do not agree with
            each other, no engine can agree with all of them.
          </InfoTip>
        }
      />
    </div>
  );
}

function numbers(figure: Estimated | null, format: ValueFormat) {
  if (!figure) return { value: null };
  const { value, interval } = figure;
  return {
    value: formatValue(value, format),
    ...(interval ? { interval: formatInterval(interval.low, interval.high, format) } : {}),
  };
}
