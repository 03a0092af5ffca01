import type { Point } from './model';
import { billingInvoices } from './text/billing-invoices';
import { closingAccount } from './text/closing-account';
import { crmSync } from './text/crm-sync';
import { docsApi } from './text/docs-api';
import { easeOfUse } from './text/ease-of-use';
import { excelExport } from './text/excel-export';
import type { ForeignText } from './text/foreign-text';
import { french } from './text/french';
import { german } from './text/german';
import { integrations } from './text/integrations';
import { loginSso } from './text/login-sso';
import { mobileCrash } from './text/mobile-crash';
import { notifications } from './text/notifications';
import { onboarding } from './text/onboarding';
import { permissions } from './text/permissions';
import { priceIncrease } from './text/price-increase';
import { reporting } from './text/reporting';
import { slowDashboards } from './text/slow-dashboards';
import { spanish } from './text/spanish';
import { supportResponse } from './text/support-response';
import type { ThemeText } from './text/theme-text';
import type { ThemeSlug } from './themes';

export const themeTexts: Readonly<Record<ThemeSlug, ThemeText>> = {
  'login-sso': loginSso,
  'crm-sync': crmSync,
  'slow-dashboards': slowDashboards,
  'billing-invoices': billingInvoices,
  'excel-export': excelExport,
  'mobile-crash': mobileCrash,
  onboarding,
  'support-response': supportResponse,
  'price-increase': priceIncrease,
  integrations,
  permissions,
  notifications,
  'docs-api': docsApi,
  'closing-account': closingAccount,
  'ease-of-use': easeOfUse,
  reporting,
};

export const foreignTexts: Readonly<Record<'fr' | 'de' | 'es', ForeignText>> = {
  fr: french,
  de: german,
  es: spanish,
};

/** The sentences that make a point by themselves. */
export function framesOf({ theme, stance }: Point): readonly string[] {
  const text = themeTexts[theme];
  if (stance === 'praise') return text.praise;
  return stance === 'request' ? text.requests : text.complaints;
}

/** Whether the theme is mostly praised; its details and effects are then written for praise, else for complaints. */
export function praisePrevails({ praise, complaints }: ThemeText): boolean {
  return praise.length > complaints.length;
}
