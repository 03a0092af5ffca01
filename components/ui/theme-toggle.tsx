'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useState } from 'react';
import { THEME_COOKIE, THEMES, type Theme, themeClass } from './theme';

const CHOICES = {
  system: { label: 'As the system', icon: Monitor },
  light: { label: 'Light', icon: Sun },
  dark: { label: 'Dark', icon: Moon },
};
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Light, dark, or as the system says. Takes effect at once and is kept in a cookie for the server. */
export function ThemeToggle({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme);
  const name = useId();

  const choose = (next: Theme) => {
    setChosen(next);
    document.documentElement.classList.remove('light', 'dark');
    if (themeClass(next)) document.documentElement.classList.add(themeClass(next));
    // Not the Cookie Store API: browsers withhold it on plain http, where a first installation often lives.
    Object.assign(document, {
      cookie: `${THEME_COOKIE}=${next}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`,
    });
  };

  return (
    <fieldset className="inline-flex rounded-full border border-line bg-sunken p-0.5">
      <legend className="sr-only">Colours</legend>
      {THEMES.map((option) => {
        const { label, icon: Icon } = CHOICES[option];
        return (
          <label
            key={option}
            title={label}
            className="flex size-7 cursor-pointer items-center justify-center rounded-full text-ink-mute transition-colors hover:text-ink has-[:checked]:bg-surface has-[:checked]:text-accent has-[:checked]:shadow-card has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent coarse:size-10"
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={chosen === option}
              onChange={() => choose(option)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
