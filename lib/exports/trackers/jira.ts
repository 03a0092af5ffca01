import { z } from 'zod';
import { toAdf } from '@/lib/exports/trackers/ticket-text';
import {
  priorityStep,
  type TicketContent,
  type TicketProgress,
  type Tracker,
} from '@/lib/exports/trackers/tracker';
import { ApiError } from '@/lib/outbound/api-error';
import { callApi } from '@/lib/outbound/call-api';
import type { Send } from '@/lib/outbound/send-request';
import type { SettingValue } from '@/lib/settings/schema';

const found = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });
const made = z.object({ id: z.string(), key: z.string() });
const states = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      fields: z.object({
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
        resolution: z.object({ name: z.string() }).nullish(),
        resolutiondate: z.string().nullish(),
      }),
    }),
  ),
});
const project = z.object({ name: z.string(), issueTypes: z.array(z.object({ name: z.string() })) });
const problem = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** Resolutions of Jira's own and of its templates that end an issue without doing it. */
const NOT_DONE =
  /^(won't (do|fix)|declined|duplicate|cannot reproduce|invalid|obsolete|incomplete|rejected)$/i;

/**
 * Jira Cloud, REST API version 3. A ticket bears a label made of its issue's id, by which it is found again.
 * Source: developer.atlassian.com/cloud/jira/platform/rest/v3
 */
export function makeJira(settings: SettingValue<'jira'>, token: string, send: Send): Tracker {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const authorization = `Basic ${Buffer.from(`${settings.email}:${token}`).toString('base64')}`;
  const call = <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answer: Schema,
    json?: unknown,
  ): Promise<z.infer<Schema>> =>
    callApi(send, {
      system: 'Jira',
      request: { url: `${base}/rest/api/3/${path}`, method, headers: { authorization }, json },
      answer,
      readProblem,
    });
  const toTicket = ({ id, key }: z.infer<typeof made>) => ({
    externalId: id,
    key,
    url: `${base}/browse/${encodeURIComponent(key)}`,
  });

  return {
    mostStates: 100,
    async find({ marker }) {
      const jql = `project = "${settings.projectKey}" AND labels = "${marker}" ORDER BY created ASC`;
      const { issues } = await call('POST', 'search/jql', found, { jql, fields: ['summary'], maxResults: 1 });
      return issues[0] ? toTicket(issues[0]) : null;
    },
    async create(content) {
      return toTicket(await call('POST', 'issue', made, { fields: fieldsOf(settings, content) }));
    },
    async findStates(externalIds) {
      const { issues } = await call('POST', 'issue/bulkfetch', states, {
        issueIdsOrKeys: externalIds,
        fields: ['status', 'resolution', 'resolutiondate'],
      });
      return issues.map(({ id, fields: { status, resolution, resolutiondate } }) => {
        const progress = progressOf(status.statusCategory.key, resolution?.name);
        const hasEnded = progress === 'done' || progress === 'cancelled';
        return {
          externalId: id,
          status: status.name,
          progress,
          endedOn: hasEnded ? (resolutiondate?.slice(0, 10) ?? null) : null,
        };
      });
    },
    async test() {
      const { name, issueTypes } = await call(
        'GET',
        `project/${encodeURIComponent(settings.projectKey)}`,
        project,
      );
      if (!issueTypes.some((type) => type.name === settings.issueType)) {
        const names = issueTypes.map((type) => type.name).join(', ');
        throw new ApiError(
          'refused',
          `The project ${name} has no issue type ${settings.issueType}. It has: ${names}.`,
        );
      }
      return `the project ${name}, as ${settings.issueType}`;
    },
  };
}

function fieldsOf(settings: SettingValue<'jira'>, content: TicketContent): Record<string, unknown> {
  const { priorityScore, arrAtRisk } = content;
  const priority = priorityScore === null ? '' : settings.priorities[priorityStep(priorityScore)];
  return {
    project: { key: settings.projectKey },
    issuetype: { name: settings.issueType },
    // One line of at most 255 characters.
    summary: content.title.replace(/\s+/g, ' ').slice(0, 255),
    description: toAdf(content),
    labels: [...settings.labels, content.marker],
    ...(priority ? { priority: { name: priority } } : {}),
    ...(settings.scoreField && priorityScore !== null
      ? { [settings.scoreField]: Math.round(priorityScore * 10) / 10 }
      : {}),
    ...(settings.atRiskField && arrAtRisk !== null ? { [settings.atRiskField]: Math.round(arrAtRisk) } : {}),
  };
}

/** Jira's own three categories of statuses: new, indeterminate, done. */
function progressOf(category: string, resolution: string | undefined): TicketProgress {
  if (category === 'done') return resolution && NOT_DONE.test(resolution) ? 'cancelled' : 'done';
  return category === 'indeterminate' ? 'started' : 'open';
}

function readProblem(body: unknown): string | null {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return null;
  const { errorMessages, errors } = parsed.data;
  return (
    [...errorMessages, ...Object.entries(errors).map(([field, text]) => `${field}: ${text}`)].join(' ') ||
    null
  );
}
