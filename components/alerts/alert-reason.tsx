import { TextLink } from '@/components/ui/text-link';
import { answersOf, statementsOf } from '@/lib/alerts/alert-rows';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { responsesHref } from '@/lib/responses/response-filter';
import { alertReason } from './alert-words';

/** Why an alert was raised; what it counted opens. */
export function AlertReason({ workspaceSlug, alert }: { workspaceSlug: string; alert: AlertRow }) {
  return (
    <span>
      {alertReason(alert).map(({ text, rows }) =>
        rows ? (
          <TextLink key={rows} href={hrefOf(workspaceSlug, alert, rows)}>
            {text}
          </TextLink>
        ) : (
          text
        ),
      )}
    </span>
  );
}

function hrefOf(slug: string, { details, subject, themeId }: AlertRow, rows: 'now' | 'before'): string {
  return details.method === 'score_test'
    ? responsesHref(slug, answersOf(details.metric, details[rows]))
    : feedbackHref(slug, statementsOf(themeId ?? subject, details.days));
}
