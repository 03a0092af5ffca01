import { z } from 'zod';

/** Systems that can send to us, by the names that people know. */
export const hookKindNames = {
  zendesk: 'Zendesk',
  intercom: 'Intercom',
  freshdesk: 'Freshdesk',
  typeform: 'Typeform',
  chatwoot: 'Chatwoot',
  email: 'E-mail',
  generic: 'Another system',
} as const;
export type HookKindName = keyof typeof hookKindNames;
export const hookKindKeys = Object.keys(hookKindNames) as HookKindName[];

export const hookStateNames = {
  waiting: 'Waiting to be read',
  done: 'Read',
  ignored: 'Nothing in it for us',
  dead: 'Could not be read',
} as const;
export type HookState = keyof typeof hookStateNames;

export const hookIdSchema = z.object({ hookId: z.uuid() });
export const hookDeliveryIdSchema = z.object({ deliveryId: z.uuid() });
