import { listAccounts, upsertAccounts } from '@/lib/api/accounts/account-operations';
import { addCloudEvents } from '@/lib/api/cloud-events/cloud-event-operation';
import { listContacts, upsertContacts } from '@/lib/api/contacts/contact-operations';
import { addEvents, listEvents } from '@/lib/api/events/event-operations';
import { addFeedback, getFeedback, listFeedback } from '@/lib/api/feedback/feedback-operations';
import { listIssues } from '@/lib/api/readings/issue-operations';
import { listSurveys } from '@/lib/api/readings/survey-operations';
import { listThemes } from '@/lib/api/readings/theme-operations';
import { addResponses, listResponses } from '@/lib/api/responses/response-operations';
import { segment } from '@/lib/api/segment/segment-operation';
import { addTranscripts, correctSpeaker } from '@/lib/api/transcripts/transcript-operation';
import type { ApiOperation } from '@/lib/http/api-operation';

/** Every operation of the HTTP API, in the order of its documentation. A test holds each against its route. */
export const operations: readonly ApiOperation[] = [
  addFeedback,
  listFeedback,
  getFeedback,
  addTranscripts,
  correctSpeaker,
  addResponses,
  listResponses,
  upsertAccounts,
  listAccounts,
  upsertContacts,
  listContacts,
  addEvents,
  listEvents,
  listSurveys,
  listThemes,
  listIssues,
  segment,
  addCloudEvents,
];
