import { describe, expect, it } from 'vitest';
import { findEnglishPhrases } from './name-candidates';
import { findSurfacePhrases } from './surface-phrases';

const english = (text: string) => findEnglishPhrases(text).map(({ phrase }) => phrase);
const french = (text: string) => findSurfacePhrases(text, 'fr', () => 'thing').map(({ phrase }) => phrase);

describe('findEnglishPhrases', () => {
  it('finds noun phrases, happenings and doings as they were written', () => {
    expect(english('The data export to CSV is broken')).toEqual(
      expect.arrayContaining(['data export', 'export to CSV']),
    );
    expect(english('Login keeps failing')).toContain('login keeps failing');
    expect(english('We are waiting for an appointment')).toContain('waiting for an appointment');
  });

  it('names a quality and not its praise or blame', () => {
    expect(english('Such friendly staff')).toContain('staff attitude');
    expect(english('The staff were very rude')).toContain('staff attitude');
    expect(english('Expensive parking')).toContain('parking price');
    expect(english('Pricing decisions rest on facts')).toContain('pricing decisions');
  });

  it('leaves out half of a sentence: a doing without what does it, a range, what something only does', () => {
    expect(english('The CRM sync eats data')).not.toContain('eats data');
    expect(english('The jump from Team to Enterprise is steep')).not.toContain('jump from team');
    expect(english('The plug-in only exists for one of them')).not.toContain('plug-in only exists');
    expect(english('Samsung deleted the option')).toContain('deleted the option');
  });

  it('tells a word that stands alone from a part of a longer phrase', () => {
    const alone = (text: string) =>
      findEnglishPhrases(text).flatMap(({ phrase, standsAlone }) => (standsAlone ? [phrase] : []));
    expect(alone('The password never works')).toContain('password');
    expect(alone('Our password reset fails')).not.toContain('password');
    expect(alone('Single sign on fails')).not.toContain('sign');
  });

  it('tells what happened once from what happens', () => {
    const past = (text: string) =>
      findEnglishPhrases(text).flatMap(({ phrase, isPast }) => (isPast ? [phrase] : []));
    expect(past('The money disappeared after a week')).toContain('money disappeared');
    expect(past('Only half of the contacts synced')).toContain('contacts synced');
    expect(past('The app crashes on my phone')).toEqual([]);
    expect(past('Login keeps failing')).toEqual([]);
  });

  it('leaves out what was only said, what is cut off from its object, and people', () => {
    expect(english('Support replied after a week')).not.toContain('support replied');
    expect(english('The portal shows a wrong amount')).not.toContain('portal shows');
    expect(english('The page hangs for minutes')).toContain('page hangs');
    expect(english('We spoke to Carmen from support').join()).not.toMatch(/carmen/i);
  });

  it('keeps words together that a hyphen joins', () => {
    expect(english('The single sign-on is broken')).toContain('single sign-on');
    expect(english('First-line support is slow')).toContain('first-line support');
  });

  it('takes words joined by hyphens for a kind of thing where they are one', () => {
    expect(english('Deleted-by-sync is my nightmare')).not.toContain('deleted-by-sync');
    expect(english('We are a long-time customer')).not.toContain('long-time');
    expect(english('Just-in-time provisioning fails')).toContain('just-in-time provisioning');
  });

  it('leaves out what is not done, and half of a verb', () => {
    expect(english("Two-way sync doesn't deserve the name")).not.toContain('deserve the name');
    expect(english('The numbers add up')).not.toContain('numbers add');
  });

  it('takes no feeling into a name', () => {
    expect(english('A great support team, terrible support team')).toContain('support team');
    expect(english('A great support team, terrible support team').join()).not.toMatch(/great|terrible/);
  });
});

describe('findSurfacePhrases', () => {
  it('keeps the small words inside a phrase and stops at punctuation', () => {
    expect(french("Le délai d'attente, parking trop petit")).toContain("délai d'attente");
    expect(french("Le délai d'attente, parking trop petit")).not.toContain("d'attente parking");
  });

  it('lets a word of praise stand as its quality only', () => {
    expect(french('Un personnel accueillant')).toEqual(['personnel', 'amabilité']);
  });
});
