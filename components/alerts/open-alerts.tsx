import { BellRing } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { alertsHref } from '@/lib/alerts/alert-filter';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import { formatNumber } from '@/lib/core/format';
import { AlertReason } from './alert-reason';
import { alertTitle } from './alert-words';

type Props = {
  workspaceSlug: string;
  /** The newest open alerts, and how many there are in all. */
  alerts: AlertRow[];
  total: number;
  /** Narrows the list behind the total to a theme. */
  themeId?: string;
};

/** Alerts that nobody has answered yet; nothing where there are none. */
export function OpenAlerts({ workspaceSlug, alerts, total, themeId }: Props) {
  if (total === 0) return null;
  return (
    <section aria-label="Open alerts">
      <Card flush>
        <ul className="divide-y divide-line">
          {alerts.map((alert) => (
            <li key={alert.id} className="flex items-start gap-3 px-4 py-3 sm:px-5">
              <BellRing aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
              <p className="min-w-0 text-ink-soft">
                <TextLink href={`/w/${workspaceSlug}/alerts/${alert.id}`}>{alertTitle(alert)}</TextLink>:{' '}
                <AlertReason workspaceSlug={workspaceSlug} alert={alert} />
              </p>
            </li>
          ))}
        </ul>
        <p className="border-t border-line px-4 py-2 text-sm text-ink-mute sm:px-5">
          <TextLink href={alertsHref(workspaceSlug, { state: 'open', theme: themeId })}>
            {total === 1 ? '1 open alert' : `All ${formatNumber(total)} open alerts`}
          </TextLink>
        </p>
      </Card>
    </section>
  );
}
