import { ChevronRight } from 'lucide-react';
import NextLink from 'next/link';
import type { ReactNode } from 'react';

export type Crumb = { label: string; href: string };

type Props = { title: ReactNode; description?: ReactNode; actions?: ReactNode; breadcrumb?: Crumb[] };

/** The head of a screen: where one is, what this is, what one can do. `breadcrumb` names the screens above this one. */
export function PageHeader({ title, description, actions, breadcrumb = [] }: Props) {
  return (
    <header className="space-y-2">
      {breadcrumb.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-mute">
            {breadcrumb.map((crumb, index) => (
              <li key={crumb.href} className="flex items-center gap-1">
                {index > 0 && <ChevronRight aria-hidden className="size-3.5" />}
                <NextLink href={crumb.href} className="rounded-sm py-1 hover:text-ink hover:underline">
                  {crumb.label}
                </NextLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {/* What can be done stands beside a long description, not under it, where there is room for both. */}
        <div className="min-w-0 grow basis-80 space-y-1">
          <h1 className="break-words text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
          {description && <div className="max-w-prose text-lg text-ink-mute">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
