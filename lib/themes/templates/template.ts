import { finance } from '@/lib/themes/templates/finance';
import { health } from '@/lib/themes/templates/health';
import { retail } from '@/lib/themes/templates/retail';
import { saas } from '@/lib/themes/templates/saas';
import type { TemplateTheme } from '@/lib/themes/templates/theme';

export const templateNames = ['saas', 'retail', 'health', 'finance'] as const;
export type TemplateName = (typeof templateNames)[number];

/** Taxonomies to start from: general to a trade, to be cut to one's own. */
export const templates: Record<TemplateName, { label: string; themes: readonly TemplateTheme[] }> = {
  saas: { label: 'Software as a service', themes: saas },
  retail: { label: 'Retail and delivery', themes: retail },
  health: { label: 'Health care', themes: health },
  finance: { label: 'Banking and insurance', themes: finance },
};
