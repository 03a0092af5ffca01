import type { ReactNode } from 'react';

export type Definition = { term: string; description: ReactNode };

/** Names and their values, side by side where there is room. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div key={item.term} className="grid gap-x-6 gap-y-0.5 py-2 print:py-1 sm:grid-cols-[10rem_1fr]">
          <dt className="text-ink-mute">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
