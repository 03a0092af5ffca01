import type { FormAction } from '@/components/workspaces/action-form';

/** Has themes looked for anew, and has that stopped. */
export type DiscoveryActions = { look: FormAction; cancel: FormAction };
