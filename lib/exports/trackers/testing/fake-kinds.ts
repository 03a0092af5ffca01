import { makeGithub } from '@/lib/exports/trackers/github';
import { makeJira } from '@/lib/exports/trackers/jira';
import { makeLinear } from '@/lib/exports/trackers/linear';
import {
  type FakeTracker,
  startFakeGithub,
  startFakeJira,
  startFakeLinear,
} from '@/lib/exports/trackers/testing/fake-trackers';
import type { TicketContent } from '@/lib/exports/trackers/tracker';
import { settingSchemas } from '@/lib/settings/schema';

/** A ticket's content with all that it may have. */
export const content: TicketContent = {
  marker: 'verbatim-0199aaaa-0000-7000-8000-000000000001',
  clientId: '0199aaaa-0000-4000-8000-000000000001',
  requestedAt: new Date('2026-10-05T12:00:00Z'),
  title: 'CSV export times out\nabove 50k rows',
  facts: ['Customers complained of this in 42 statements from 19 accounts.'],
  quotes: ['it just spins @ann', 'two\nlines'],
  link: 'https://voc.example/w/acme/issues/1',
  priorityScore: 87.44,
  arrAtRisk: 103_000.4,
  effortDays: 2.6,
};

/** Every tracker with its fake, whose token is "good". */
export const kinds = {
  jira: {
    start: startFakeJira,
    make: ({ baseUrl, send }: FakeTracker, token: string) =>
      makeJira(
        settingSchemas.jira.parse({
          baseUrl: `${baseUrl}/`,
          email: 'pm@example.com',
          projectKey: 'ED',
          priorities: { high: 'High', medium: '', low: '' },
          scoreField: 'customfield_10000',
        }),
        token,
        send,
      ),
  },
  linear: {
    start: startFakeLinear,
    make: ({ baseUrl, send }: FakeTracker, token: string) =>
      makeLinear(
        settingSchemas.linear.parse({ apiUrl: `${baseUrl}/graphql`, teamId: 'team', sendsEstimate: true }),
        token,
        send,
      ),
  },
  github: {
    start: startFakeGithub,
    make: ({ baseUrl, send }: FakeTracker, token: string) =>
      makeGithub(
        settingSchemas.github.parse({ apiUrl: baseUrl, owner: 'acme', repository: 'app' }),
        token,
        send,
      ),
  },
};
