/** The themes of the sample workspace, in no order of importance. */
export const themeSlugs = [
  'login-sso',
  'crm-sync',
  'slow-dashboards',
  'billing-invoices',
  'excel-export',
  'mobile-crash',
  'onboarding',
  'support-response',
  'price-increase',
  'integrations',
  'permissions',
  'notifications',
  'docs-api',
  'closing-account',
  'ease-of-use',
  'reporting',
] as const;

export type ThemeSlug = (typeof themeSlugs)[number];
