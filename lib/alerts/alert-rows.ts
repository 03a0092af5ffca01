import { type AlertDetails, type AlertMetric, UNTAGGED } from '@/lib/alerts/schema';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import type { Days } from '@/lib/annotations/period';
import type { ResponseFilter } from '@/lib/responses/response-filter';

/**
 * The statements that an alert counts: the same filter counts them and opens them. A day that was given for all rows of a
 * file is no evidence of a surge.
 */
export function statementsOf(subject: string, days: Days): FeedbackFilter {
  return subject === UNTAGGED
    ? { untagged: '1', dated: '1', ...days }
    : { branch: subject, problem: '1', dated: '1', ...days };
}

/** The answers that a score of some days rests on; NPS takes the latest answer of each person. */
export function answersOf(metric: AlertMetric, days: Days): ResponseFilter {
  return { metric, ...(metric === 'nps' && { latest: '1' }), dated: '1', ...days };
}

/** The days an alert is about. */
export function daysOf(details: AlertDetails): Days {
  return details.method === 'score_test' ? details.now : details.days;
}
