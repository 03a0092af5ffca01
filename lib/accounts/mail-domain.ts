import { DOMAINS } from 'free-email-domains-list';

/** The domain of an e-mail address, in lower case; null for what is no address. */
export function domainOfEmail(email: string): string | null {
  const at = email.lastIndexOf('@');
  const domain =
    at > 0
      ? email
          .slice(at + 1)
          .trim()
          .toLowerCase()
          .replace(/\.$/, '')
      : '';
  return /^[^\s@]+\.[^\s@.]+$/.test(domain) ? domain : null;
}

/** Whether anybody can have an address there, so that it tells of no company: gmail.com, and providers of the like. */
export function isFreeMail(domain: string): boolean {
  return DOMAINS.has(domain);
}

/** The domain of the company an address is of; null for free mail and for what is no address. */
export function companyDomainOf(email: string): string | null {
  const domain = domainOfEmail(email);
  return domain === null || isFreeMail(domain) ? null : domain;
}

/** A web address or domain as people write it, as the domain that addresses have: `https://www.Acme.com/about` is acme.com. */
export function normaliseDomain(written: string): string | null {
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .split(/[/?#:]/, 1)[0];
  return host && /^[^.@\s]+(\.[^.@\s]+)+$/.test(host) ? host : null;
}
