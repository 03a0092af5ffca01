import type { ConnectorKind } from '@/lib/ingest/connectors/connector';
import type { ConnectorKindName } from '@/lib/ingest/connectors/connector-schema';
import { appStore } from '@/lib/ingest/connectors/kinds/app-store';
import { freshdesk } from '@/lib/ingest/connectors/kinds/freshdesk';
import { googlePlay } from '@/lib/ingest/connectors/kinds/google-play';
import { hubspot } from '@/lib/ingest/connectors/kinds/hubspot';
import { intercom } from '@/lib/ingest/connectors/kinds/intercom';
import { salesforce } from '@/lib/ingest/connectors/kinds/salesforce';
import { trustpilot } from '@/lib/ingest/connectors/kinds/trustpilot';
import { zendesk } from '@/lib/ingest/connectors/kinds/zendesk';

/** The systems that can be asked. */
export const connectorKinds: Record<ConnectorKindName, ConnectorKind> = {
  zendesk,
  intercom,
  freshdesk,
  app_store: appStore,
  google_play: googlePlay,
  trustpilot,
  hubspot,
  salesforce,
};
