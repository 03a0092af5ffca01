import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { dataFile, hasDataSets, readColumn, readCsv } from '@/lib/core/testing/data-sets';
import { type RedactionType, redactPersonalData } from './redact';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

const redact = (text: string) => redactPersonalData(text).text;

describe('redactPersonalData', () => {
  it.each([
    ['Write to ann.o-neil+x@mail.example.co.uk.', 'Write to [email].'],
    ['<jörg@müller.de>, please', '<[email]>, please'],
    ['Card 4111 1111 1111 1111 declined', 'Card [card] declined'],
    ['4111-1111-1111-1111', '[card]'],
    ['my card number is 1230 3698 4587 1024', 'my card number is [card]'],
    ['Paid to GB29 NWBK 6016 1331 9268 19 today', 'Paid to [iban] today'],
    ['de89370400440532013000', '[iban]'],
    ['SSN 460-89-9847', 'SSN [ssn]'],
    ['Call +44 (0)20 7946 0958 now', 'Call [phone] now'],
    ['(555) 234-5678 x12 is mine', '[phone] is mine'],
    ['Rappelez-moi au 06.12.34.56.78 svp', 'Rappelez-moi au [phone] svp'],
    ['555-234-5678 x12@mail.org', '[phone] [email]'],
    ['john1234567@mail.org', '[email]'],
    ['Tel 030/12345678', 'Tel [phone]'],
    ['reach me on 9498777106', 'reach me on [phone]'],
    ['\u00a0+33\u00a06\u00a012\u00a034\u00a056\u00a078', '\u00a0[phone]'],
  ])('replaces personal data: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Order 9498777106 never came',
    'order no. 0612345678 is late',
    'It cost 1 234 567 or $1234567890 in 2023-2024',
    'On 2024-01-15 10:30 and 15/01/2024 and 12.05.2023',
    'Version 10.0.19045.3930, address 192.168.100.200',
    '4111 1111 1111 1112 is not a card',
    'ticket INC-0012345678',
    '@someone on the site said a@b',
    '12345678901234567890',
    '24/7 for 365 days, 1-2-3-4-5-6-7',
  ])('leaves other numbers alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('tells where each find was and where its replacement stands', () => {
    const text = 'Mail a@b.org or +1 202-555-0143!';
    const { text: stored, redactions } = redactPersonalData(text);
    expect(stored).toBe('Mail [email] or [phone]!');
    expect(
      redactions.map((r) => [r.type, text.slice(r.inputStart, r.inputEnd), stored.slice(r.start, r.end)]),
    ).toEqual([
      ['email', 'a@b.org', '[email]'],
      ['phone', '+1 202-555-0143', '[phone]'],
    ]);
  });

  it('changes nothing in a redacted text, whatever stands together', () => {
    const parts = [
      'a@b.org',
      '+44 20 7946 0958',
      '4111111111111111',
      'GB29NWBK60161331926819',
      '460-89-9847',
      'call ',
      'order ',
      'card ',
      ' ',
      '-',
      '(',
      ')',
      '.',
      '/',
      '1234567',
      '0612345678',
      '12',
      'x',
      '@',
      '\n',
      'phone: ',
      ',',
      '+',
      '00',
    ];
    const random = makeRandom(7);
    for (let round = 0; round < 5000; round++) {
      const length = 2 + Math.floor(random() * 7);
      const text = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join('');
      const once = redact(text);
      expect(redact(once), JSON.stringify(text)).toBe(once);
    }
  });

  it('survives hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      const { text: stored, redactions } = redactPersonalData(text);
      const rebuilt = redactions.reduceRight(
        (built, r) => built.slice(0, r.start) + text.slice(r.inputStart, r.inputEnd) + built.slice(r.end),
        stored,
      );
      if (redactions.length < 100) expect(rebuilt).toBe(text);
      expect(redact(stored)).toBe(stored);
    }
  });
});

describe.runIf(hasDataSets('redaction of labelled texts'))('redactPersonalData on labelled text', () => {
  it('finds what is labelled in the Presidio sentences', () => {
    const types: Record<string, RedactionType> = {
      EMAIL_ADDRESS: 'email',
      PHONE_NUMBER: 'phone',
      CREDIT_CARD: 'card',
      IBAN_CODE: 'iban',
      US_SSN: 'ssn',
    };
    const found: Record<string, number> = {};
    const labelled: Record<string, number> = {};
    let falseFinds = 0;
    for (const line of readFileSync(dataFile('pii_presidio/synth_dataset_v2.jsonl'), 'utf8')
      .trim()
      .split('\n')) {
      const { text, spans }: { text: string; spans: { type: string; value: string }[] } = JSON.parse(line);
      const { redactions } = redactPersonalData(text);
      const personal = spans.filter((span) => span.type in types);
      for (const { type, value } of personal) {
        const expected = types[type] ?? 'email';
        const isFound = redactions.some(
          (r) => r.type === expected && text.slice(r.inputStart, r.inputEnd).includes(value),
        );
        labelled[expected] = (labelled[expected] ?? 0) + 1;
        found[expected] = (found[expected] ?? 0) + (isFound ? 1 : 0);
      }
      falseFinds += redactions.filter(
        (r) => !personal.some(({ value }) => text.slice(r.inputStart, r.inputEnd).includes(value)),
      ).length;
    }
    expect(labelled).toEqual({ email: 49, phone: 92, card: 136, iban: 21, ssn: 16 });
    expect(found).toMatchObject({ email: 49, iban: 21, ssn: 16 });
    expect(found.phone).toBeGreaterThanOrEqual(91);
    expect(found.card).toBeGreaterThanOrEqual(135);
    expect(falseFinds).toBeLessThanOrEqual(2);
  });

  it('takes nothing out of clean comments and complaints', () => {
    const clean = [
      ...readColumn('nhs_patient_feedback/phase1_single_label.csv', 'feedback'),
      ...readColumn('cfpb_complaints/with_narrative.csv', 'Consumer complaint narrative'),
      ...readColumn('banking77/train.csv', 'text'),
    ];
    expect(clean.length).toBeGreaterThan(15_000);
    expect(clean.filter((text) => redactPersonalData(text).redactions.length > 0)).toEqual([]);
  });

  it('takes card numbers that chat customers call so, and hardly anything from turns without numbers of theirs', () => {
    const turns = ['finance', 'media', 'software'].flatMap((topic) => readCsv(`multidogo/${topic}.csv`));
    const said = turns.filter(
      ({ utterance = '', slot_labels = '' }) =>
        /card_number/.test(slot_labels) && /card (?:number|no)?\D{0,6}(?:\d ?){14,16}\D*$/.test(utterance),
    );
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter(({ utterance = '' }) => /\[card\]/.test(redact(utterance))).length).toBe(said.length);
    const unnumbered = turns.filter(({ slot_labels = '' }) => !/card|ssn|account|email/.test(slot_labels));
    const taken = unnumbered.filter(({ utterance = '' }) => redact(utterance) !== utterance);
    expect(taken.length).toBeLessThanOrEqual(5);
  });
});
