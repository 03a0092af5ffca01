import type { Scope } from '@/lib/db/scope';
import { logoPath } from '@/lib/surveys/logo';

/** The key of the workspace's site; null until it has a survey. */
export async function findSiteKey(scope: Scope): Promise<string | null> {
  const { workspaceId } = scope;
  const site = await scope.run((db) =>
    db.surveySite.findFirst({ where: { workspaceId }, select: { publicKey: true } }),
  );
  return site?.publicKey ?? null;
}

/** Where a logo is to be had, within our address; null where there is none. */
export async function findLogoPath(scope: Scope, logo: string): Promise<string | null> {
  return logo ? logoPath((await findSiteKey(scope)) ?? '', logo) : null;
}
