'use client';

import { useEffect, useId, useState } from 'react';
import { FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export type PickedTheme = { id: string; name: string; parentName?: string | null };

type Props = {
  name: string;
  label: string;
  themes: PickedTheme[];
  /** A first choice that is no theme, e.g. the top of the tree; its value is empty. */
  none?: string;
  initial?: string | undefined;
  onPick: (id: string | null) => void;
  error?: string | undefined;
};

/** Choosing one theme of many: what is typed narrows the list, the first that fits is chosen. */
export function ThemePicker({ name, label, themes, none, initial, onPick, error }: Props) {
  const id = useId();
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<string | null>(initial ?? (none ? '' : null));
  // What is chosen already stands first: it would be out of sight in a long list.
  const ordered = themes.toSorted((a, b) => Number(b.id === initial) - Number(a.id === initial));
  const fitting = ordered.filter((theme) =>
    theme.name.toLocaleLowerCase('en').includes(words.trim().toLocaleLowerCase('en')),
  );
  const pick = (themeId: string | null) => {
    setPicked(themeId);
    onPick(themeId);
  };
  // What is chosen already when it opens is looked up too.
  useEffect(() => onPick(picked), []);
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {/* With one choice there is nothing to look for. */}
      {themes.length > 0 && (
        <Input
          aria-label="Find a theme by name"
          placeholder="Type to find a theme"
          autoComplete="off"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            const first = ordered.find((theme) =>
              theme.name.toLocaleLowerCase('en').includes(event.target.value.trim().toLocaleLowerCase('en')),
            );
            if (event.target.value.trim() !== '') pick(first?.id ?? null);
          }}
        />
      )}
      <div className="max-h-56 overflow-y-auto rounded border border-line p-1">
        {none && words.trim() === '' && (
          <Choice name={name} id={`${id}none`} value="" isPicked={picked === ''} pick={pick}>
            {none}
          </Choice>
        )}
        {fitting.map((theme) => (
          <Choice
            key={theme.id}
            name={name}
            id={`${id}${theme.id}`}
            value={theme.id}
            isPicked={picked === theme.id}
            pick={pick}
          >
            {theme.name}
            {theme.parentName && <span className="text-ink-mute"> in {theme.parentName}</span>}
          </Choice>
        ))}
        {fitting.length === 0 && words.trim() !== '' && (
          <p className="px-2 py-1.5 text-ink-mute">No theme of that name.</p>
        )}
        {themes.length === 0 && !none && (
          <p className="px-2 py-1.5 text-ink-mute">There is no theme to choose.</p>
        )}
      </div>
      {error && <FieldError id={`${id}error`}>{error}</FieldError>}
    </fieldset>
  );
}

type ChoiceProps = {
  name: string;
  id: string;
  value: string;
  isPicked: boolean;
  pick: (id: string) => void;
  children: React.ReactNode;
};

function Choice({ name, id, value, isPicked, pick, children }: ChoiceProps) {
  return (
    <div className="flex items-center gap-2 rounded px-2 hover:bg-hover">
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={isPicked}
        onChange={() => pick(value)}
        className="size-4 shrink-0 accent-accent"
      />
      <label htmlFor={id} className="min-h-8 flex-1 cursor-pointer py-1 coarse:py-2.5">
        {children}
      </label>
    </div>
  );
}
