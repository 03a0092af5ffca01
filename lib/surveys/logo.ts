import { createHash } from 'node:crypto';
import { requirePermission } from '@/lib/auth/permissions';
import { invalid, notFound } from '@/lib/core/errors';
import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

export const MOST_LOGO_BYTES = 100_000;

/** How files of each kind begin. Drawings (SVG) may hold scripts and addresses of others, so they are none of these. */
const KINDS: [type: string, matches: (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  [
    'image/webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
];

/**
 * Keeps a logo; the same picture twice is kept once. @returns its id.
 * @throws ExpectedError 'invalid' where it is no picture of the kinds that browsers draw, or too large.
 */
export async function saveLogo(scope: Scope, bytes: Buffer): Promise<string> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  if (bytes.length > MOST_LOGO_BYTES)
    throw invalid(
      `The logo has ${Math.ceil(bytes.length / 1000)} kB: make it ${MOST_LOGO_BYTES / 1000} kB or less.`,
    );
  const contentType = KINDS.find(([, matches]) => matches(bytes))?.[0];
  if (!contentType) throw invalid('The logo is no PNG, JPEG or WebP picture. Save it as one of these.');
  const id = idFrom(`survey logo ${workspaceId} ${createHash('sha256').update(bytes).digest('hex')}`);
  await scope.run((db) =>
    db.surveyLogo.createMany({
      data: [{ workspaceId, id, contentType, bytes: new Uint8Array(bytes) }],
      skipDuplicates: true,
    }),
  );
  return id;
}

/** Drops logos that no survey shows any more. */
export async function dropUnusedLogos(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(
    (db) => db.$executeRaw`
      DELETE FROM survey_logos logo WHERE workspace_id = ${workspaceId}::uuid AND NOT EXISTS (
        SELECT FROM surveys WHERE workspace_id = ${workspaceId}::uuid AND delivery->>'logo' = logo.id::text)`,
  );
}

/** A logo, to be drawn. @throws ExpectedError 'not_found'. */
export async function getLogo(
  scope: Scope,
  id: string,
): Promise<{ contentType: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { workspaceId } = scope;
  const found = await scope.run((db) =>
    db.surveyLogo.findFirst({ where: { workspaceId, id }, select: { contentType: true, bytes: true } }),
  );
  if (!found) throw notFound('logo');
  return found;
}

/** The address of a logo, within ours. */
export function logoPath(siteKey: string, id: string): string {
  return `/api/widget/${encodeURIComponent(siteKey)}/logo/${id}`;
}
