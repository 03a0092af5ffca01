import { describe, expect, it } from 'vitest';
import { cutReply } from '@/lib/ingest/files/mail-rows';
import { htmlToText } from '@/lib/ingest/html-text';

const said = 'Der Export bricht ab.\nSeit Montag.';

describe('a letter is cut at its closing', () => {
  it.each([
    'Mit freundlichen Grüßen\n\nJo Beispiel\nBeispiel GmbH\nTel. +49 30 123456',
    'Viele Grüße\nJo Beispiel\nLeiterin Einkauf',
    'Viele Grüße,\nJo',
    'Viele Grüße, Jo Beispiel',
    'Beste Grüße aus Köln!\nJo Beispiel',
    'Mit freundlichen Gruessen / Best regards\ni. A. Jo Beispiel\n\nwww.beispiel.example',
    'MfG\nJo Beispiel',
    'LG Jo',
    'Herzliche Grüße\n\nJo Beispiel\n\nDiese Nachricht ist vertraulich und allein für den genannten Empfänger bestimmt; wer sie irrtümlich erhält, lösche sie bitte.',
    'Vielen Dank\nJo Beispiel',
    'Vielen Dank und viele Grüße\nJo',
    'Bien cordialement,\nJo Exemple\nDirectrice',
    'Salutations distinguées\nJo Exemple',
    'Un saludo,\nJo Ejemplo',
    'Saludos cordiales\nJo Ejemplo\nTel. 123',
    'Atentamente,\nJo Ejemplo',
    'Cordiali saluti\nJo Esempio',
    'Distinti saluti,\nJo Esempio',
    'Com os melhores cumprimentos,\nJo Exemplo',
    'Atenciosamente,\nJo Exemplo',
    'Met vriendelijke groet,\nJo Voorbeeld',
    'Kind regards,\nJo Example\nHead of Purchasing',
    'Thanks,\nJo',
    'Von: Hilfe\nGesendet: Montag, 2. März 2026 10:00\nAn: Jo Beispiel\nBetreff: AW: Export\n\nHaben Sie neu gestartet?',
    'Viele Grüße\nJo\n\nVon: Hilfe\nGesendet: Montag, 2. März 2026 10:00\nAn: Jo\nBetreff: AW\n\nHaben Sie neu gestartet?',
  ])('%j', (closing) => expect(cutReply(`${said}\n\n${closing}\n`)).toBe(said));

  it('in the HTML of Outlook', () => {
    const html = `<div class="WordSection1"><p class="MsoNormal">Der Export bricht ab.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Mit&nbsp;freundlichen Gr&uuml;&szlig;en<o:p></o:p></p><p class="MsoNormal"><b>Jo Beispiel</b></p><p class="MsoNormal">Beispiel GmbH<br>Tel. +49 30 123456</p></div>`;
    expect(cutReply(htmlToText(html))).toBe('Der Export bricht ab.');
  });

  it('but not at the same words in its middle, and what is added below stays', () => {
    const greeting = `Vielen Dank\n${said}\nViele Grüße gingen verloren.`;
    expect(cutReply(greeting)).toBe(greeting);
    const long = `Viele Grüße\n${'Seit Montag bricht der Export jedes Mal ab, wenn ich ihn für alle Kunden starte. '.repeat(2)}`;
    expect(cutReply(long)).toBe(long.trim());
    expect(cutReply(`${said}\n\nViele Grüße\nJo\n\nPS: Der Import auch.`)).toBe(
      `${said}\n\nPS: Der Import auch.`,
    );
    expect(cutReply('Viele Grüße\nJo')).toBe('Viele Grüße\nJo');
  });
});
