import { type FakeAnswer, type FakeApi, type FakeCall, startFakeApi } from '@/lib/outbound/testing/fake-api';

/** A tracker with what was made in it. */
export interface FakeTracker extends FakeApi {
  /** The bodies that tickets were made from, by id. */
  made: Map<string, Record<string, unknown>>;
  /** Sets how a ticket stands there, in the words of its protocol. */
  move: (id: string, state: Record<string, unknown>) => void;
}

const NO_TOKEN: FakeAnswer = { status: 401, json: { message: 'Bad credentials' } };

async function startFakeTracker(
  protocol: (
    call: FakeCall,
    tracker: Pick<FakeTracker, 'made'> & { states: Map<string, Record<string, unknown>> },
  ) => FakeAnswer,
): Promise<FakeTracker> {
  const inside = {
    made: new Map<string, Record<string, unknown>>(),
    states: new Map<string, Record<string, unknown>>(),
  };
  const api = await startFakeApi((call) => protocol(call, inside));
  return Object.assign(api, {
    made: inside.made,
    move: (id: string, state: Record<string, unknown>) => void inside.states.set(id, state),
  });
}

/** Jira Cloud: POST search/jql, POST issue, POST issue/bulkfetch, GET project. Token "good" of pm@example.com. */
export function startFakeJira(): Promise<FakeTracker> {
  return startFakeTracker(({ method, path, headers, json }, { made, states }) => {
    if (headers.authorization !== `Basic ${Buffer.from('pm@example.com:good').toString('base64')}`)
      return NO_TOKEN;
    const fields = json.fields as Record<string, unknown>;
    if (path === '/rest/api/3/search/jql') {
      const issues = [...made].filter(([, body]) =>
        (body.labels as string[]).some((label) => String(json.jql).includes(`labels = "${label}"`)),
      );
      return { status: 200, json: { issues: issues.map(([id]) => ({ id, key: `ED-${id}` })), isLast: true } };
    }
    if (path === '/rest/api/3/issue') {
      if (fields.customfield_1)
        return { status: 400, json: { errorMessages: [], errors: { customfield_1: 'cannot be set' } } };
      const id = String(10_000 + made.size);
      made.set(id, fields);
      return {
        status: 201,
        json: { id, key: `ED-${id}`, self: `https://acme.atlassian.net/rest/api/3/issue/${id}` },
      };
    }
    if (path === '/rest/api/3/issue/bulkfetch') {
      const issues = (json.issueIdsOrKeys as string[]).filter((id) => made.has(id));
      const toDo = {
        status: { name: 'To Do', statusCategory: { key: 'new' } },
        resolution: null,
        resolutiondate: null,
      };
      return {
        status: 200,
        json: { issues: issues.map((id) => ({ id, fields: states.get(id) ?? toDo })), issueErrors: [] },
      };
    }
    if (method === 'GET' && path === '/rest/api/3/project/ED') {
      return { status: 200, json: { name: 'Education', issueTypes: [{ name: 'Bug' }, { name: 'Task' }] } };
    }
    return { status: 404, json: { errorMessages: ['No project could be found with key X.'], errors: {} } };
  });
}

/** Linear: one address, GraphQL. A second issue under the same id is refused. Key "good". */
export function startFakeLinear(): Promise<FakeTracker> {
  return startFakeTracker(({ headers, json }, { made, states }) => {
    if (headers.authorization !== 'good') return NO_TOKEN;
    const query = String(json.query);
    const variables = json.variables as Record<string, Record<string, unknown>>;
    const ticketOf = (id: string) => ({
      id,
      identifier: `ENG-${[...made.keys()].indexOf(id) + 1}`,
      url: `https://linear.app/x/issue/${id}`,
    });
    if (query.includes('issueCreate')) {
      const input = variables.input ?? {};
      const id = String(input.id);
      if (made.has(id)) {
        return {
          status: 200,
          json: {
            errors: [{ message: 'x', extensions: { userPresentableMessage: 'id exists' } }],
            data: null,
          },
        };
      }
      made.set(id, input);
      return { status: 200, json: { data: { issueCreate: { success: true, issue: ticketOf(id) } } } };
    }
    if (query.includes('team(')) return { status: 200, json: { data: { team: { name: 'Engineering' } } } };
    const filter = variables.filter?.id as { eq?: string; in?: string[] };
    const ids = (filter.in ?? [filter.eq ?? '']).filter((id) => made.has(id));
    const toDo = { state: { name: 'Todo', type: 'unstarted' }, completedAt: null, canceledAt: null };
    return {
      status: 200,
      json: {
        data: { issues: { nodes: ids.map((id) => ({ ...ticketOf(id), ...(states.get(id) ?? toDo) })) } },
      },
    };
  });
}

/** GitHub: issues of acme/app by REST. Token "good". */
export function startFakeGithub(): Promise<FakeTracker> {
  return startFakeTracker(({ method, path, headers, json }, { made, states }) => {
    if (headers.authorization !== 'Bearer good' || headers['x-github-api-version'] !== '2022-11-28')
      return NO_TOKEN;
    const issueOf = (id: string) => ({
      number: Number(id),
      html_url: `https://github.com/acme/app/issues/${id}`,
      state: 'open',
      state_reason: null,
      closed_at: null,
      ...made.get(id),
      ...states.get(id),
    });
    if (path === '/repos/acme/app') return { status: 200, json: { full_name: 'acme/app', has_issues: true } };
    if (method === 'POST' && path === '/repos/acme/app/issues') {
      const id = String(made.size + 1);
      made.set(id, json);
      return { status: 201, json: issueOf(id) };
    }
    const [, one] = /^\/repos\/acme\/app\/issues\/(\d+)$/.exec(path) ?? [];
    if (one && made.has(one)) return { status: 200, json: issueOf(one) };
    const { pathname, searchParams } = new URL(path, 'http://x');
    if (method === 'GET' && pathname === '/repos/acme/app/issues') {
      const perPage = Number(searchParams.get('per_page'));
      const start = (Number(searchParams.get('page')) - 1) * perPage;
      return {
        status: 200,
        json: [...made.keys()]
          .reverse()
          .slice(start, start + perPage)
          .map(issueOf),
      };
    }
    return { status: 404, json: { message: 'Not Found', documentation_url: 'https://docs.github.com' } };
  });
}
