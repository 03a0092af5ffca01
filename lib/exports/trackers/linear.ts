import { z } from 'zod';
import { toMarkdown } from '@/lib/exports/trackers/ticket-text';
import {
  priorityStep,
  type TicketContent,
  type TicketProgress,
  type Tracker,
} from '@/lib/exports/trackers/tracker';
import { ApiError } from '@/lib/outbound/api-error';
import { callApi } from '@/lib/outbound/call-api';
import type { OutboundResponse, Send } from '@/lib/outbound/send-request';
import type { SettingValue } from '@/lib/settings/schema';

const ticket = z.object({ id: z.string(), identifier: z.string(), url: z.string() });
const found = z.object({ data: z.object({ issues: z.object({ nodes: z.array(ticket) }) }) });
const made = z.object({
  data: z.object({ issueCreate: z.object({ success: z.literal(true), issue: ticket }) }),
});
const states = z.object({
  data: z.object({
    issues: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          state: z.object({ name: z.string(), type: z.string() }),
          completedAt: z.string().nullish(),
          canceledAt: z.string().nullish(),
        }),
      ),
    }),
  }),
});
const team = z.object({ data: z.object({ team: z.object({ name: z.string() }) }) });
const problem = z.object({
  errors: z.array(
    z.object({
      message: z.string(),
      extensions: z
        .object({ code: z.string().optional(), userPresentableMessage: z.string().optional() })
        .optional(),
    }),
  ),
});

const FIND = `query Issues($filter: IssueFilter) {
  issues(filter: $filter, first: 1, includeArchived: true) { nodes { id identifier url } }
}`;
const CREATE = `mutation IssueCreate($input: IssueCreateInput!) {
  issueCreate(input: $input) { success issue { id identifier url } }
}`;
const STATES = `query Issues($filter: IssueFilter) {
  issues(filter: $filter, first: 100, includeArchived: true) {
    nodes { id state { name type } completedAt canceledAt }
  }
}`;
const TEAM = 'query Team($id: String!) { team(id: $id) { name } }';

/** Linear's scale: 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
const PRIORITY = { high: 2, medium: 3, low: 4 } as const;

const PROGRESS: Record<string, TicketProgress> = {
  started: 'started',
  completed: 'done',
  canceled: 'cancelled',
  duplicate: 'cancelled',
};

/**
 * Linear, GraphQL API. A ticket is made under an id of ours, which Linear accepts once: it is found by it, and a second one
 * cannot be made. Source: linear/linear, packages/sdk/src/schema.graphql.
 */
export function makeLinear(settings: SettingValue<'linear'>, token: string, send: Send): Tracker {
  const call = <Schema extends z.ZodType>(query: string, variables: unknown, answer: Schema) =>
    callApi(send, {
      system: 'Linear',
      request: {
        url: settings.apiUrl,
        method: 'POST',
        headers: { authorization: token },
        json: { query, variables },
      },
      answer,
      readProblem,
      isLimit,
    });
  const toTicket = ({ id, identifier, url }: z.infer<typeof ticket>) => ({
    externalId: id,
    key: identifier,
    url,
  });

  return {
    mostStates: 100,
    async find({ clientId }) {
      const { data } = await call(FIND, { filter: { id: { eq: clientId } } }, found);
      return data.issues.nodes[0] ? toTicket(data.issues.nodes[0]) : null;
    },
    async create(content) {
      const { data } = await call(CREATE, { input: inputOf(settings, content) }, made);
      return toTicket(data.issueCreate.issue);
    },
    async findStates(externalIds) {
      const { data } = await call(STATES, { filter: { id: { in: externalIds } } }, states);
      return data.issues.nodes.map(({ id, state, completedAt, canceledAt }) => ({
        externalId: id,
        status: state.name,
        progress: PROGRESS[state.type] ?? 'open',
        endedOn: (completedAt ?? canceledAt)?.slice(0, 10) ?? null,
      }));
    },
    async test() {
      const { data } = await call(TEAM, { id: settings.teamId }, team);
      if (!data.team.name) throw new ApiError('refused', 'Linear knows no team of this id.');
      return `the team ${data.team.name}`;
    },
  };
}

function inputOf(settings: SettingValue<'linear'>, content: TicketContent): Record<string, unknown> {
  const { priorityScore, effortDays } = content;
  return {
    id: content.clientId,
    teamId: settings.teamId,
    title: content.title.replace(/\s+/g, ' ').slice(0, 255),
    description: toMarkdown(content),
    labelIds: settings.labelIds,
    ...(settings.sendsPriority && priorityScore !== null
      ? { priority: PRIORITY[priorityStep(priorityScore)] }
      : {}),
    ...(settings.sendsEstimate && effortDays !== null ? { estimate: Math.round(effortDays) } : {}),
  };
}

/** Linear says "too often" with status 400 and a code. */
function isLimit({ status, text }: OutboundResponse): boolean {
  return status === 400 && /"code"\s*:\s*"RATELIMITED"/.test(text);
}

function readProblem(body: unknown): string | null {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return null;
  return parsed.data.errors
    .map(({ message, extensions }) => extensions?.userPresentableMessage ?? message)
    .join(' ');
}
