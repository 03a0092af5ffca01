import { CalendarSearch } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import {
  type Days,
  lastDays,
  later,
  type Period,
  type PeriodChoice,
  startOf,
} from '@/lib/annotations/period';
import { formatDate } from '@/lib/core/format';
import { addressOf } from './period-picker';
import { daysInWords } from './period-words';

type Props = {
  home: string;
  period: Period;
  choice: PeriodChoice;
  /** The days in which these accounts were heard, null where they never were. */
  heard: Days | null;
};

/** How many days are offered, up to the latest. */
const OFFERED_DAYS = 90;

/** Nothing in these days: when there is something, and the way there. */
export function EmptyPeriod({ home, period, choice: { plan, segment }, heard }: Props) {
  const of = [plan && `plan ${plan}`, segment && `segment ${segment}`].filter(Boolean).join(', ');
  const title = `No feedback and no scores${of && ` of ${of}`} from ${daysInWords(period)}`;
  if (!heard) {
    return (
      <EmptyState
        icon={CalendarSearch}
        title={title}
        actions={<ButtonLink href={home}>Show all accounts</ButtonLink>}
      >
        There is no feedback of these accounts on any other day either.
      </EmptyState>
    );
  }
  const latest = { from: later(lastDays(heard.to, OFFERED_DAYS).from, heard.from), to: heard.to };
  return (
    <EmptyState
      icon={CalendarSearch}
      title={title}
      actions={
        <>
          <ButtonLink variant="primary" href={addressOf(home, { plan, segment, ...latest })}>
            Show {daysInWords(latest)}
          </ButtonLink>
          <ButtonLink href={addressOf(home, { plan, segment, ...heard })}>Show all days</ButtonLink>
        </>
      }
    >
      The latest is of {formatDate(startOf(heard.to))}, the earliest of {formatDate(startOf(heard.from))}.
    </EmptyState>
  );
}
