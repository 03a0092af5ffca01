import { currencies } from '@/lib/workspaces/schema';
import type { CurrencyOption } from './workspace-fields';

/** Every currency with its English name, by code. */
export function currencyOptions(): CurrencyOption[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return currencies.map((code) => ({ code, name: names.of(code) ?? code }));
}
