const LONGEST = 40;

/** The part of an address that stands for a workspace, from its name: `Büro & Söhne` becomes `buro-sohne`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
  return slug || 'workspace';
}
