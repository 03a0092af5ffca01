import { describe, expect, it } from 'vitest';
import { annotateText } from './annotate';
import { isAnnouncement, isGreeting, isLeaveTaking, looksLikeSignature } from './courtesy';
import { foldText } from './fold';
import { tokenize } from './themes/tokenize';

describe('courtesies', () => {
  it.each([
    'Hi team,',
    'Hi Pilar',
    'Dear Grace,',
    'Hello Mr Okonkwo,',
    'Hello',
    'Dear support,',
    'Good morning,',
    'Bonjour à tous,',
    'Guten Tag',
    'Hola Pilar!',
    'Dear Sir or Madam,',
    'Liebe Kollegen,',
    'Cher client,',
    'Bom dia,',
    'Ciao a tutti',
  ])('%s only greets', (text) => expect(isGreeting(foldText(text))).toBe(true));

  it.each([
    'Hi, login fails since Monday',
    'Dear is what this is to us.',
    'Hello? Anyone? It broke.',
    'Caro e lento',
    'Hello awful',
    'Hi great!',
    'Hallo schrecklich',
    'Bonjour nul',
    'Hola pésimo',
    'Ciao pessimo',
    'Olá péssimo',
    'Hello terrible app,',
  ])('%s says more than a greeting', (text) => expect(isGreeting(foldText(text))).toBe(false));

  it.each([
    'Best regards,',
    'Thx',
    'Many thanks',
    'Danke und Gruß',
    'Viele Grüße',
    'Merci beaucoup',
    'Saludos',
    'Cordiali saluti',
    'Muito obrigado!',
    'Best,',
  ])('%s only takes leave', (text) => expect(isLeaveTaking(foldText(text))).toBe(true));

  it.each([
    'Best',
    'Kind',
    'Warm',
    'Best support I ever had',
    'Thanks to the sync we lost deals',
    'Grüße vom Export: leere Datei',
  ])('%s says more than goodbye', (text) => expect(isLeaveTaking(foldText(text))).toBe(false));

  it.each([
    'Update from our side.',
    'Quick update:',
    'Just following up on this',
    'Just checking in',
    'Bumping this',
    'Petite mise à jour de notre côté',
    'Kurzes Update',
    'Actualización',
  ])('%s only announces', (text) => expect(isAnnouncement(foldText(text))).toBe(true));

  it.each([
    'Update broke the export',
    'The update from your side is wrong',
    'Note the wrong total',
    'Any update?',
  ])('%s says more than an announcement', (text) => expect(isAnnouncement(foldText(text))).toBe(false));

  it('a signature is short and does not end a sentence', () => {
    expect(looksLikeSignature('Helen Price')).toBe(true);
    expect(looksLikeSignature('It is broken again.')).toBe(false);
    expect(looksLikeSignature('we lost half the contacts in the sync')).toBe(false);
  });
});

describe('annotateText', () => {
  it('finds content neither in greeting, farewell and signature nor in what redaction leaves', () => {
    const text = 'Hi team,\nthe export fails.\nBest regards,\nHelen Price\nRidge Software\n+1 415 555 0132';
    expect(annotateText({ text }).segments.map(({ kind }) => kind)).toEqual([
      'no_content',
      'problem',
      'no_content',
      'no_content',
      'no_content',
      'no_content',
    ]);
  });

  it('keeps what follows a signature', () => {
    const { segments } = annotateText({ text: 'Thanks\nHelen\nP.S. The export still fails every night.' });
    expect(segments.at(-1)?.kind).toBe('problem');
  });
});

it('the name a statement is addressed to is no topic', () => {
  expect(tokenize('Hi Rob, the export fails', 'en').map(({ surface }) => surface)).not.toContain('Rob');
  expect(tokenize('Rob from support fixed the export', 'en').map(({ surface }) => surface)).toContain('Rob');
});
