import { readMapped } from '@/lib/ingest/hooks/field-mapping';
import type { HookKind } from '@/lib/ingest/hooks/hook-kind';
import type { HookKindName } from '@/lib/ingest/hooks/hook-schema';
import {
  takeUnsigned,
  verifyChatwoot,
  verifyIntercom,
  verifyStandard,
  verifyTypeform,
  verifyZendesk,
} from '@/lib/ingest/hooks/signatures';
import { readChatwootEvent } from '@/lib/ingest/vendors/chatwoot';
import { readFreshdeskRule } from '@/lib/ingest/vendors/freshdesk';
import { readIntercomNotification } from '@/lib/ingest/vendors/intercom';
import { readMail } from '@/lib/ingest/vendors/mail';
import { readTypeformResponse } from '@/lib/ingest/vendors/typeform';
import { readZendeskEvent } from '@/lib/ingest/vendors/zendesk';

/** The systems that can send to us: how each signs and what its messages say. */
export const hookKinds: Record<HookKindName, HookKind> = {
  zendesk: { by: 'http', secret: 'theirs', verify: verifyZendesk, read: readZendeskEvent },
  intercom: { by: 'http', secret: 'theirs', verify: verifyIntercom, read: readIntercomNotification },
  freshdesk: {
    by: 'http',
    secret: 'none',
    verify: takeUnsigned,
    read: (body, { receivedAt }) => readFreshdeskRule(body, receivedAt),
  },
  typeform: { by: 'http', secret: 'ours', verify: verifyTypeform, read: readTypeformResponse },
  chatwoot: {
    by: 'http',
    secret: 'theirs',
    isSecretOptional: true,
    verify: verifyChatwoot,
    read: readChatwootEvent,
  },
  generic: {
    by: 'http',
    secret: 'ours',
    isSecretOptional: true,
    verify: verifyStandard,
    read: (body, { mapping, receivedAt }) =>
      mapping ? readMapped(body, mapping, receivedAt) : { ignored: 'no field is mapped' },
  },
  email: { by: 'mail', secret: 'none', verify: takeUnsigned, read: readMail },
};
