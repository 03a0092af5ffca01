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

/** A number set by hand along a line, between its label and its value. The browser's own range control. */
export function Slider({ name, label, min, max, step, defaultValue, format, onChange }: Props) {
  const id = useId();
  const [value, setValue] = useState(defaultValue);
  const text = formatValue(value, format);
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="shrink-0 font-medium">
        {label}
      </label>
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
        className="h-6 w-full min-w-0 cursor-pointer accent-accent coarse:h-11"
      />
      <output htmlFor={id} className="w-8 shrink-0 text-right font-medium text-accent">
        {text}
      </output>
    </div>
  );
}
