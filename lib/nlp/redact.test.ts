import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { dataFile, hasDataSets, readColumn, readCsv } from '@/lib/core/testing/data-sets';
import { redactPersonalData } from './redact';
import { compileAllowedTerms } from './redaction/allowed-terms';
import { compileKnownNames } from './redaction/known-names';
import type { RedactionType } from './redaction/replacement-marks';
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
    ['ping 192.168.100.200 or 2001:db8:85a3::8a2e:370:7334', 'ping [ip] or [ip]'],
    ['NINO AB 12 34 56 C, DNI 12345678Z, NIE X1234567L', 'NINO [id], DNI [id], NIE [id]'],
    ['NIR 2 55 08 14 168 025 38', 'NIR [id]'],
    [
      'Steuer-ID 86 095 742 719, codice fiscale RSSMRA85T10A562S, NIF 123456789',
      'Steuer-ID [id], codice fiscale [id], NIF [id]',
    ],
    ['I live at 12 High Street, London SW1A 1AA.', 'I live at [address].'],
    ['wohne Hauptstraße 5, 10115 Berlin', 'wohne [address]'],
    ['à 10 rue de la Paix, 75002 Paris', 'à [address]'],
    ['Mr. Smith of Calle de Alcalá 45, Madrid', 'Mr. [name] of [address], Madrid'],
    ['\u00a0+33\u00a06\u00a012\u00a034\u00a056\u00a078', '\u00a0[phone]'],
  ])('replaces personal data: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Order 9498777106 never came',
    'order no. 0612345678 is late',
    'It cost 1 234 567 or $1234567890 in 2023-2024',
    'On 2024-01-15 10:30 and 15/01/2024 and 12.05.2023',
    'Version 10.0.19045.3930, then 2.4.1.7 and iOS 17.4.1',
    'It is 10:30:45, std::vector and C++ a::b',
    'Since 2020 Google Drive is slow, 20 via PayPal 3 times, der Umweg 20 Minuten',
    'DNI 12345678A, Steuer-ID 86095742718, number 86095742719, 123456789',
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

  it('leaves allowed terms alone, and takes what stands around them', () => {
    const allowedTerms = compileAllowedTerms(['help@acme.example', 'Jenkins', 'C++ (new)']);
    const allow = (text: string) => redactPersonalData(text, { allowedTerms }).text;
    expect(allow('Ask HELP@acme.example or bob@acme.example')).toBe('Ask HELP@acme.example or [email]');
    expect(allow('Sarah Jenkins runs it')).toBe('[name] Jenkins runs it');
    expect(allow('My name is Jenkins')).toBe('My name is Jenkins');
  });

  it('finds names that are known beforehand, whole and by their telling part', () => {
    const knownNames = compileKnownNames(['Ødegaard Xu', 'May Grant', 'Zeynep Kılıçdaroğlu']);
    const know = (text: string) => redactPersonalData(text, { knownNames }).text;
    expect(know('I told Ødegaard Xu that May Grant knows.')).toBe('I told [name] that [name] knows.');
    expect(know('Kılıçdaroğlu called. May I ask for a Grant?')).toBe('[name] called. May I ask for a Grant?');
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
      'Sarah',
      'Mr. ',
      'Will ',
      'my name is ',
      ' 12 High Street',
      '10.20.30.40',
      '12345678Z',
      ' (at) ',
      ' at ',
      ' dot ',
      'gmail',
      'com',
      '\u200b',
      '\u00a0',
      '612 345 678',
      'llámame ',
      'passport no. ',
      '529.982.247-25',
      'fe80::1',
      '–',
    ];
    const random = makeRandom(7);
    for (let round = 0; round < 8000; round++) {
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
      IP_ADDRESS: 'ip',
      US_DRIVER_LICENSE: 'id',
      PERSON: 'name',
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
        (r) =>
          r.type !== 'name' &&
          r.type !== 'address' &&
          !personal.some(({ value }) => text.slice(r.inputStart, r.inputEnd).includes(value)),
      ).length;
    }
    expect(labelled).toEqual({
      email: 49,
      phone: 92,
      card: 136,
      iban: 21,
      ssn: 16,
      ip: 14,
      id: 5,
      name: 857,
    });
    expect(found).toMatchObject({ email: 49, iban: 21, ssn: 16, ip: 14, id: 5 });
    expect((found.name ?? 0) / 857).toBeGreaterThanOrEqual(0.75);
    expect(found.phone).toBeGreaterThanOrEqual(91);
    expect(found.card).toBeGreaterThanOrEqual(135);
    expect(falseFinds).toBeLessThanOrEqual(2);
  });

  it('takes nothing but names out of comments and complaints, and those out of few', () => {
    const clean = [
      ...readColumn('nhs_patient_feedback/phase1_single_label.csv', 'feedback'),
      ...readColumn('cfpb_complaints/with_narrative.csv', 'Consumer complaint narrative'),
      ...readColumn('banking77/train.csv', 'text'),
    ];
    expect(clean.length).toBeGreaterThan(15_000);
    const redactions = clean.map((text) => redactPersonalData(text).redactions);
    expect(redactions.flat().filter(({ type }) => type !== 'name')).toEqual([]);
    // Most of these comments do name a person: nurses and doctors.
    expect(redactions.filter((found) => found.length > 0).length / clean.length).toBeLessThan(0.02);
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
    const taken = unnumbered.filter(({ utterance = '' }) =>
      redactPersonalData(utterance).redactions.some(({ type }) => type !== 'name'),
    );
    expect(taken.length).toBeLessThanOrEqual(5);
  });
});
