import { expect, it } from 'vitest';
import { ensureContacts } from '@/lib/accounts/ensure-contacts';
import { ForeseenRedactions } from '@/lib/feedback/foreseen-redactions';
import { openRedactor } from '@/lib/feedback/open-redactor';
import { saveRedaction } from '@/lib/feedback/save-redaction';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const TEXTS = [
  'Xiomara Quill was kind',
  'call 020 7946 0958, ask for Xiomara Quill',
  'Nothing to say\u0000 of Brontë Street',
  'Mail me: anna@example.com',
];

it('comes to what would be redacted now, whatever has changed since', async () => {
  const { scope } = await makeOwnedWorkspace();
  const foresee = await ForeseenRedactions.open(scope);
  const foreseen = await foresee(TEXTS.map((text) => ({ text, language: null })));
  const redactAll = async (before: ForeseenRedactions | null) => {
    const { redact } = await openRedactor(scope, { texts: TEXTS, contactIds: [], foreseen: before });
    return TEXTS.map((text) => redact(text));
  };
  const first = await redactAll(foreseen);
  expect(first).toEqual(await redactAll(null));
  expect(first[0]?.text).toBe(TEXTS[0]);

  await ensureContacts(scope, [{ externalId: 'x', name: 'Xiomara Quill' }], null);
  const named = await redactAll(foreseen);
  expect(named).toEqual(await redactAll(null));
  expect(named.map(({ text }) => text).slice(0, 2)).toEqual([
    '[name] was kind',
    'call [phone], ask for [name]',
  ]);

  await saveRedaction(scope, { allowedTerms: ['anna@example.com'], keepsOriginals: false });
  const allowed = await redactAll(foreseen);
  expect(allowed).toEqual(await redactAll(null));
  expect(allowed[3]?.text).toBe(TEXTS[3]);
});
