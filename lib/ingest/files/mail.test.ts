import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMessages, looksLikeMail, type RawMessage } from '@/lib/ingest/files/mail-cutter';
import { cutReply, readMailRows } from '@/lib/ingest/files/mail-rows';

async function* pieces(text: string, length = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function cut(text: string, length?: number) {
  const messages: RawMessage[] = [];
  for await (const message of cutMessages(pieces(text, length))) messages.push(message);
  return messages.map((each) => [
    each.line,
    'bytes' in each ? Buffer.from(each.bytes).toString() : each.error,
  ]);
}

async function read(text: string) {
  const rows = [];
  for await (const row of readMailRows(pieces(text))) rows.push(row);
  return rows;
}

const letter = (body: string, head = '') =>
  `From: "Ann Lee" <Ann@Example.org>\nTo: help@acme.test\nSubject: =?utf-8?q?Expo=72t_caf=C3=A9?=\nMessage-ID: <1@x>\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n${head}\n${body}`;

describe('a mailbox', () => {
  it('is cut into its messages with their lines, however it arrives; quoted "From " lines are put back', async () => {
    const box =
      'From a@b Mon\nSubject: 1\n\n>From here\nFrom inside a paragraph\n\nFrom c@d Tue\nSubject: 2\n\nbye\n';
    for (const length of [1, 7, 1000]) {
      expect(await cut(box, length)).toEqual([
        [1, 'Subject: 1\n\nFrom here\nFrom inside a paragraph\n\n'],
        [7, 'Subject: 2\n\nbye\n'],
      ]);
    }
  });

  it('is not parted by a line of a letter that begins so', async () => {
    const box =
      'From a@b Mon Jan  5 10:00:00 2026\nSubject: 1\n\nSlow.\n\nFrom now on we pay less.\n\nFrom Monday 12:00 on, too.\n\nFrom root Tue Jan  6 10:00:00 2026\nSubject: 2\n\nbye\n';
    expect((await cut(box)).map(([line]) => line)).toEqual([1, 10]);
  });

  it('loses no message of any bodies', async () => {
    const line = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/^(>*From )/, '>$1'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (bodies) => {
          const box = bodies.map((body) => `From a@b Mon\nSubject: x\n\n${body.join('\n')}\n\n`).join('');
          expect((await cut(box)).length).toBe(bodies.length);
        },
      ),
    );
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'From x\n', 'From: a@b.c\n\n'),
        async (text, start) => {
          for (const { line } of await read(start + text)) expect(line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a message', () => {
  it('gives who wrote what, when, decoded', async () => {
    const [row] = await read(
      letter(
        'The caf=C3=A9 export fails.',
        'Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n',
      ),
    );
    expect(row).toEqual({
      line: 1,
      index: 0,
      record: [
        '<1@x>',
        '2026-03-02T09:00:00.000Z',
        'ann@example.org',
        'Ann Lee',
        'help@acme.test',
        'Export café',
        'The café export fails.',
        '<1@x>',
      ],
    });
  });

  it('is what its sender wrote, not what is attached', async () => {
    const parts = [
      '--b\nContent-Type: text/plain\n\nSee the attached.\n',
      '--b\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Old\n\nWords of another.\n--b--\n',
    ];
    const head = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n';
    const [row] = await read(letter(parts.join('\n'), head));
    expect(row?.record[6]).toBe('See the attached.');
  });

  it('is read from HTML where it has no plain text', async () => {
    const [row] = await read(letter('<p>It is <b>slow</b>.</p>', 'Content-Type: text/html\n'));
    expect(row?.record[6]).toContain('slow');
    expect(row?.record[6]).not.toContain('<b>');
  });

  it.each([
    [
      'English',
      'It still fails.\n\nOn Mon, 2 Mar 2026 at 10:00, Help <help@acme.test> wrote:\n> Did you restart?\n',
    ],
    [
      'German',
      'It still fails.\n\nAm 02.03.2026 um 10:00 schrieb Help <help@acme.test>:\n> Haben Sie neu gestartet?\n',
    ],
    [
      'French',
      'It still fails.\n\nLe 2 mars 2026 à 10:00, Help <help@acme.test> a écrit :\n> Avez-vous redémarré ?\n',
    ],
    ['a signature', 'It still fails.\n\n-- \nAnn Lee\nHead of Operations\n'],
    ['a phone', 'It still fails.\n\nSent from my iPhone\n'],
  ])('is cut from what others wrote and from its signature: %s', (_, text) => {
    expect(cutReply(text)).toBe('It still fails.');
  });
});

describe('what is mail', () => {
  it('has headers that only mail has', () => {
    expect(looksLikeMail(letter('x'))).toBe(true);
    expect(looksLikeMail('From a@b Mon\nReceived: by x\nFrom: a@b.c\nDate: Mon\n\nx')).toBe(true);
    expect(looksLikeMail('From: a@b.c\nTo: d@e.f\nSubject: Slow\n\nx')).toBe(true);
    expect(looksLikeMail('From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain\n\nx')).toBe(true);
    expect(looksLikeMail('from,date,text\na,b,c\n')).toBe(false);
    expect(looksLikeMail('From: Ann\n\nHello')).toBe(false);
  });
});
