'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { ComponentSwatch } from '@/components/charts/score-components';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/control-style';
import { InfoTip } from '@/components/ui/info-tip';
import { Slider } from '@/components/ui/slider';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type KnownComponents, PRIORITY_PRESETS, type PriorityWeights } from '@/lib/impact/priority';
import {
  findPreset,
  formatWeights,
  LARGEST_WEIGHT,
  type PresetName,
  presetWords,
} from '@/lib/issues/weights';

const HINTS = {
  frequency: 'How many accounts have the problem, the recent ones counting most.',
  churn: 'How much of their leaving goes with it, among accounts otherwise alike, as far as that is certain.',
  impact: 'What the accounts that have it now pay.',
};
const LABELS = { frequency: 'Frequency', churn: 'Churn', impact: 'Revenue' };
const COMPONENTS = ['frequency', 'churn', 'impact'] as const;
const PRESETS = Object.keys(presetWords) as PresetName[];

type Props = {
  weights: PriorityWeights;
  onChange: (weights: PriorityWeights) => void;
  /** What everyone sees who has not moved a slider. */
  saved: PriorityWeights;
  known: KnownComponents;
  /** Null for those who may not save. */
  save: FormAction | null;
};

/** How much each component counts: presets for the usual questions, sliders for the rest. The list follows at once. */
export function WeightControls({ weights, onChange, saved, known, save }: Props) {
  // The sliders keep their own place while they are dragged; a preset puts them in place anew.
  const [placed, setPlaced] = useState(0);
  const preset = findPreset(weights);
  const isSaved = formatWeights(weights) === formatWeights(saved);
  const shown = COMPONENTS.filter(
    (component) => component === 'frequency' || (component === 'churn' ? known.hasChurn : known.hasArr),
  );
  // What is left out cannot come first.
  const presets = PRESETS.filter(
    (name) => (name !== 'churnFirst' || known.hasChurn) && (name !== 'revenueFirst' || known.hasArr),
  );
  const place = (chosen: PriorityWeights) => {
    onChange(chosen);
    setPlaced(placed + 1);
  };
  const slide = (component: (typeof COMPONENTS)[number], value: number) => {
    const next = { ...weights, [component]: value };
    if (Math.max(next.frequency, next.churn, next.impact) > 0) onChange(next);
    else place(weights);
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">What to put first</legend>
          {presets.map((name) => (
            <Button
              key={name}
              size="small"
              variant={preset === name ? 'primary' : 'secondary'}
              aria-pressed={preset === name}
              onClick={() => place(PRIORITY_PRESETS[name])}
            >
              {presetWords[name]}
            </Button>
          ))}
          {!isSaved && (
            <Button size="small" variant="quiet" onClick={() => place(saved)}>
              Back to the saved weights
            </Button>
          )}
        </fieldset>
        <InfoTip label="What the weights weigh">
          <dl className="space-y-2">
            {shown.map((component) => (
              <div key={component}>
                <dt className="font-medium text-ink">{LABELS[component]}</dt>
                <dd>{HINTS[component]}</dd>
              </div>
            ))}
          </dl>
        </InfoTip>
        {save && (
          <div className="sm:ml-auto">
            <ActionForm action={save} className="flex flex-wrap items-center gap-3">
              {() => (
                <>
                  <input type="hidden" name="weights" value={formatWeights(weights)} />
                  <SubmitButton size="small" variant="secondary" disabled={isSaved}>
                    Save as the workspace&rsquo;s weights
                  </SubmitButton>
                </>
              )}
            </ActionForm>
          </div>
        )}
      </div>
      {/* Beside the sliders, not around them: a closed disclosure would hide them on wide screens, too. */}
      <details className="peer sm:hidden">
        <summary className={buttonStyle('secondary', 'small')}>
          <SlidersHorizontal aria-hidden />
          Weights
        </summary>
      </details>
      <div key={placed} className="hidden gap-x-8 gap-y-3 peer-open:grid sm:!grid sm:grid-cols-3">
        {shown.map((component) => (
          <Slider
            key={component}
            name={component}
            label={
              <span className="flex items-center gap-2">
                <ComponentSwatch index={COMPONENTS.indexOf(component)} />
                {LABELS[component]}
              </span>
            }
            min={0}
            max={LARGEST_WEIGHT}
            step={0.5}
            defaultValue={weights[component]}
            format={{ kind: 'decimal', digits: 1 }}
            onChange={(value) => slide(component, value)}
          />
        ))}
      </div>
    </div>
  );
}
