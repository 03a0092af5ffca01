import { isIP } from 'node:net';
import { requirePermission } from '@/lib/auth/permissions';
import { env } from '@/lib/core/env';
import type { Scope } from '@/lib/db/scope';
import { unsealText } from '@/lib/settings/sealed-text';

export const addressTokenPlace = (hookId: string) => `hook_address:${hookId}`;

/** What stands behind the @ of our addresses: a domain, or the network address in brackets (RFC 5321, 4.1.3). */
export function mailDomain(): string {
  const { SMTP_DOMAIN, NEXTAUTH_URL } = env();
  const host = (SMTP_DOMAIN || new URL(NEXTAUTH_URL).hostname).toLowerCase();
  return isIP(host) ? `[${host}]` : host;
}

export const mailAddressOf = (token: string): string => `${token}@${mailDomain()}`;

/** Whether and where mail is taken. */
export function mailDoor(): { host: string; port: number } | null {
  const { SMTP_PORT: port, SMTP_HOST: host } = env();
  return port === 0 ? null : { host, port };
}

/**
 * The addresses of e-mail by the ids of their hooks. Unlike those of webhooks they can be looked up again, for they are entered in places
 * where people come by later: rules that forward, contact pages. Whoever has one can send, so only those who may make one see it.
 * @throws ExpectedError 'denied'
 */
export async function findMailAddresses(scope: Scope): Promise<Map<string, string>> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.hook.findMany({
      where: { workspaceId, removedAt: null, addressToken: { not: null } },
      select: { id: true, addressToken: true },
      orderBy: { createdAt: 'asc' },
    }),
  );
  return new Map(
    rows.flatMap(({ id, addressToken }) =>
      addressToken === null
        ? []
        : [[id, mailAddressOf(unsealText(scope, addressTokenPlace(id), addressToken))]],
    ),
  );
}
