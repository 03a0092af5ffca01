import { evaluateWhenSettled } from '@/lib/alerts/evaluate-when-settled';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { annotateOneByOne } from '@/lib/annotations/annotate-one-by-one';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import { reassignThemes } from '@/lib/annotations/reassign-themes';
import { rereadFeedback } from '@/lib/annotations/reread-feedback';
import { summariseTheme } from '@/lib/annotations/summarise-theme';
import { giveUpLook } from '@/lib/annotations/theme-look';
import { stopRereading } from '@/lib/annotations/use-text-model';
import type { Scope } from '@/lib/db/scope';
import { createTicket } from '@/lib/exports/trackers/create-ticket';
import { syncTickets } from '@/lib/exports/trackers/sync-tickets';
import { trainAccountHealth } from '@/lib/health/train-health';
import { giveUpPull, runConnector } from '@/lib/ingest/connectors/run-connector';
import { giveUpImport } from '@/lib/ingest/fail-import';
import { forgetUpload } from '@/lib/ingest/forget-upload';
import { giveUpHookDelivery, readHookDelivery } from '@/lib/ingest/hooks/read-hook-delivery';
import { runImport } from '@/lib/ingest/run-import';
import { undoImport } from '@/lib/ingest/undo-import';
import { rankIssues } from '@/lib/issues/rank-issues';
import type { JobName, JobPayload } from '@/lib/jobs/contracts';
import { sendRequest } from '@/lib/outbound/send-request';
import { deliverWebhook } from '@/lib/outbound/webhooks/deliver-webhook';
import { adaptWorkspace, giveUpAdaptation } from '@/lib/quality/adapt-workspace';

/** What a job does with its payload; the signal says that the worker wants to stop. */
export type Handlers = {
  [Name in JobName]: (scope: Scope, payload: JobPayload<Name>, signal: AbortSignal) => Promise<void>;
};

/** Binds every contract to the room that fulfils it. */
export const handlers: Handlers = {
  'ingest.given-up': (scope, { importId }) => giveUpImport(scope, importId),
  'ingest.import': (scope, { importId }, signal) => runImport(scope, importId, signal),
  'ingest.undo': (scope, { importId }) => undoImport(scope, importId),
  'ingest.forget-upload': (scope, { importId }) => forgetUpload(scope, importId),
  'ingest.hook-given-up': (scope, { deliveryId }) => giveUpHookDelivery(scope, deliveryId),
  'ingest.hook': (scope, { deliveryId }) => readHookDelivery(scope, deliveryId),
  'ingest.pull-given-up': (scope, { connectorId }) => giveUpPull(scope, connectorId),
  'ingest.pull': (scope, { connectorId }, signal) => runConnector(scope, connectorId, sendRequest, signal),
  'annotations.given-up': (scope, { feedbackIds }) => annotateOneByOne(scope, feedbackIds),
  'annotations.annotate': (scope, { feedbackIds }) => annotateFeedback(scope, feedbackIds),
  'annotations.rereading-given-up': (scope, { rereadingId }) => stopRereading(scope, rereadingId),
  'annotations.reread': (scope, { rereadingId }, signal) => rereadFeedback(scope, rereadingId, signal),
  'quality.adaptation-given-up': (scope) => giveUpAdaptation(scope),
  'quality.adapt': (scope, _payload, signal) => adaptWorkspace(scope, signal),
  'annotations.themes-given-up': (scope) => giveUpLook(scope),
  'annotations.themes': (scope, _payload, signal) => discoverThemes(scope, { signal }),
  'annotations.reassign': (scope, _payload, signal) => reassignThemes(scope, signal),
  'annotations.summarise': (scope, { themeId }, signal) => summariseTheme(scope, themeId, signal),
  'alerts.evaluate': (scope) => evaluateWhenSettled(scope),
  'issues.rank': (scope) => rankIssues(scope),
  'health.train': (scope) => trainAccountHealth(scope),
  'outbound.deliver': (scope, { deliveryId }) => deliverWebhook(scope, deliveryId, sendRequest),
  'exports.create-ticket': (scope, { ticketId }) => createTicket(scope, ticketId, sendRequest),
  'exports.sync-tickets': (scope) => syncTickets(scope, sendRequest),
};
