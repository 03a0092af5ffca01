/** The address of the statements drawn for a sample. */
export function drawnHref(workspaceSlug: string, sampleId: string, page = 1): string {
  const query = new URLSearchParams({ sample: sampleId, ...(page > 1 && { page: String(page) }) });
  return `/w/${workspaceSlug}/quality/drawn?${query}`;
}
