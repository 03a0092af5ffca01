import { z } from 'zod';
import { toMarkdown } from '@/lib/exports/trackers/ticket-text';
import type { TicketProgress, TicketState, Tracker } from '@/lib/exports/trackers/tracker';
import { ApiError } from '@/lib/outbound/api-error';
import { callApi } from '@/lib/outbound/call-api';
import type { OutboundResponse, Send } from '@/lib/outbound/send-request';
import type { SettingValue } from '@/lib/settings/schema';

const issue = z.object({
  number: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  closed_at: z.string().nullish(),
  pull_request: z.unknown().optional(),
});
const repository = z.object({ full_name: z.string(), has_issues: z.boolean() });
const problem = z.object({
  message: z.string(),
  errors: z
    .array(
      z.object({ field: z.string().optional(), code: z.string().optional(), message: z.string().optional() }),
    )
    .default([]),
});

const PAGE = 100;
/** Pages of recent issues looked through for one that was made without our knowing. */
const MOST_PAGES = 10;
const MINUTE_MS = 60_000;

/**
 * GitHub, REST API of 2022-11-28. A ticket bears a marker in its text. It is looked for among the issues that changed since it was
 * asked for, not by search: search learns of an issue only after a while.
 * Source: docs.github.com/rest/issues/issues
 */
export function makeGithub(settings: SettingValue<'github'>, token: string, send: Send): Tracker {
  const [owner, name] = [settings.owner, settings.repository].map(encodeURIComponent);
  const base = `${settings.apiUrl.replace(/\/+$/, '')}/repos/${owner}/${name}`;
  const call = <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answer: Schema,
    json?: unknown,
  ): Promise<z.infer<Schema>> =>
    callApi(send, {
      system: 'GitHub',
      request: {
        url: `${base}${path}`,
        method,
        maxRedirects: 2,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
        },
        json,
      },
      answer,
      readProblem,
      isLimit,
    });
  const toTicket = ({ number, html_url }: z.infer<typeof issue>) => ({
    externalId: String(number),
    key: `#${number}`,
    url: html_url,
  });

  return {
    mostStates: 50,
    async find({ marker, requestedAt }) {
      // Its clock may go behind ours.
      const since = new Date(requestedAt.getTime() - 10 * MINUTE_MS).toISOString();
      for (let page = 1; page <= MOST_PAGES; page++) {
        const query = new URLSearchParams({
          state: 'all',
          sort: 'created',
          direction: 'desc',
          since,
          per_page: String(PAGE),
          page: String(page),
        });
        const issues = await call('GET', `/issues?${query}`, z.array(issue));
        const made = issues.find(({ body, pull_request }) => !pull_request && body?.includes(marker));
        if (made) return toTicket(made);
        if (issues.length < PAGE) return null;
      }
      throw new ApiError(
        'refused',
        'GitHub has too many changed issues to tell whether this one is among them. Look there, then try again.',
      );
    },
    async create(content) {
      const title = content.title.replace(/\s+/g, ' ').slice(0, 255);
      const { labels } = settings;
      return toTicket(await call('POST', '/issues', issue, { title, body: toMarkdown(content), labels }));
    },
    async findStates(externalIds) {
      const states: TicketState[] = [];
      for (const externalId of externalIds) {
        const found = await call('GET', `/issues/${encodeURIComponent(externalId)}`, issue).catch(whereGone);
        if (!found) continue;
        states.push({
          externalId,
          status: wordsOf(found),
          progress: progressOf(found),
          endedOn: found.closed_at?.slice(0, 10) ?? null,
        });
      }
      return states;
    },
    async test() {
      const { full_name, has_issues } = await call('GET', '', repository);
      if (!has_issues) throw new ApiError('refused', `${full_name} has its issues turned off.`);
      return full_name;
    },
  };
}

/** Deleted, or moved to where the token does not reach; one moved elsewhere is found by a redirect. */
function whereGone(error: unknown): null {
  if (error instanceof ApiError && /status (404|410)\b/.test(error.message)) return null;
  throw error;
}

function progressOf({ state, state_reason }: z.infer<typeof issue>): TicketProgress {
  if (state !== 'closed') return 'open';
  return state_reason === 'not_planned' || state_reason === 'duplicate' ? 'cancelled' : 'done';
}

function wordsOf({ state, state_reason }: z.infer<typeof issue>): string {
  return state_reason ? `${state} (${state_reason.replace(/_/g, ' ')})` : state;
}

/** Primary and secondary limits may come with status 403. */
function isLimit({ status, headers }: OutboundResponse): boolean {
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined);
}

function readProblem(body: unknown): string | null {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return null;
  const { message, errors } = parsed.data;
  const details = errors.map((error) => error.message ?? [error.field, error.code].filter(Boolean).join(' '));
  return [message, ...details].filter(Boolean).join('; ');
}
