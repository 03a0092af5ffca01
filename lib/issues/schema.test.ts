import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { bulkUpdateSchema, issueUpdateSchema, linkSchema, splitSchema } from '@/lib/issues/schema';

const issueId = newId();

describe('a link', () => {
  it.each(['http://x.example/', 'javascript:alert(1)', 'https://u:p@x.example/', 'x', ''])(
    'is not %j',
    (url) => {
      expect(linkSchema.safeParse({ issueId, url, label: '' }).success).toBe(false);
    },
  );

  it('may have an @ in its path', () => {
    expect(linkSchema.parse({ issueId, url: ' https://x.example/@ann ', label: '' }).url).toBe(
      'https://x.example/@ann',
    );
  });
});

describe('a form of an issue', () => {
  const form = { issueId, status: 'planned', ownerId: '', notes: '', shippedAt: '', effortDays: '' };

  it('reads empty fields as nothing', () => {
    expect(issueUpdateSchema.parse(form)).toMatchObject({ ownerId: null, effortDays: null, shippedAt: null });
    expect(issueUpdateSchema.parse({ ...form, effortDays: '2.5' }).effortDays).toBe(2.5);
    expect(issueUpdateSchema.safeParse({ ...form, effortDays: '-1' }).success).toBe(false);
  });

  it('wants the day of what shipped', () => {
    const parsed = issueUpdateSchema.safeParse({ ...form, status: 'shipped' });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['shippedAt']]);
  });

  it('takes no day that is yet to come', () => {
    const shipped = { ...form, status: 'shipped' };
    expect(issueUpdateSchema.safeParse({ ...shipped, shippedAt: '2026-10-05' }).success).toBe(true);
    const ahead = issueUpdateSchema.safeParse({ ...shipped, shippedAt: '2999-01-01' });
    expect(ahead.error?.issues).toMatchObject([
      { path: ['shippedAt'], message: expect.stringContaining('yet to come') },
    ]);
  });
});

describe('a form of many issues', () => {
  const form = { status: '', owner: '', shippedAt: '' };

  it('takes one tick or several, and wants a tick and a change', () => {
    const other = newId();
    expect(bulkUpdateSchema.parse({ ...form, issueIds: issueId, owner: 'nobody' })).toMatchObject({
      issueIds: [issueId],
      status: null,
      owner: 'nobody',
    });
    expect(bulkUpdateSchema.parse({ ...form, issueIds: [issueId, other], status: 'new' }).issueIds).toEqual([
      issueId,
      other,
    ]);
    expect(bulkUpdateSchema.safeParse({ ...form, status: 'new' }).success).toBe(false);
    expect(bulkUpdateSchema.safeParse({ ...form, issueIds: issueId }).success).toBe(false);
  });

  it('splits with no statement, one or several', () => {
    const split = { issueId, title: 'Part' };
    expect(splitSchema.parse(split).evidenceIds).toEqual([]);
    expect(splitSchema.parse({ ...split, evidenceIds: issueId }).evidenceIds).toEqual([issueId]);
  });
});
