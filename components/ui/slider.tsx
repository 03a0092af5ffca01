'use client';

import { type ReactNode, useId, useState } from 'react';
import { formatValue, type ValueFormat } from './value-format';

type Props = {
  name: string;
  label: ReactNode;
  min: number;
  max: number;
  step: number;
  defaultValue: number;
  format: ValueFormat;
  onChange?: (value: number) => void;
};

/** A number set by hand along a line, with its value beside the label. The browser's own range control. */
export function Slider({ name, label, min, max, step, defaultValue, format, onChange }: Props) {
  const id = useId();
  const [value, setValue] = useState(defaultValue);
  const text = formatValue(value, format);
  return (
    <div className="space-y-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="font-medium text-accent">
          {text}
        </output>
      </div>
      <input
        id={id}
        name={name}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => {
          setValue(event.target.valueAsNumber);
          onChange?.(event.target.valueAsNumber);
        }}
        className="h-6 w-full cursor-pointer accent-accent coarse:h-11"
      />
    </div>
  );
}
