/** Items of a batch: the most that a request may carry. */
const SIZE = 1000;

/** Seconds that the API takes for batches of statements, one after the other, through the real route. */
export async function measureApi(batches: number) {
  const { callApi, makeApiWorkspace } = await import('@/lib/api/testing/call-api');
  const { POST } = await import('@/app/api/v1/feedback/route');
  const { key } = await makeApiWorkspace();
  const startedAt = performance.now();
  for (let batch = 0; batch < batches; batch++) {
    const items = Array.from({ length: SIZE }, (_, item) => ({
      externalId: `${batch}-${item}`,
      text: `The export of report ${item} took ${batch} minutes, and then it stopped without a word.`,
      occurredAt: '2026-03-01T10:00:00Z',
      account: { externalId: `Company ${item % 200}` },
    }));
    const { status, body } = await callApi(POST, { key, body: { items } });
    if (status >= 300) throw new Error(`batch ${batch}: ${status} ${JSON.stringify(body).slice(0, 500)}`);
  }
  return { batches, size: SIZE, seconds: (performance.now() - startedAt) / 1000 };
}
