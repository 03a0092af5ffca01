import { describe, expect, it } from 'vitest';
import { redactPersonalData } from '../redact';

const redact = (text: string) => redactPersonalData(text).text;

describe('personal data as people write it', () => {
  it.each([
    // Spain and Latin America
    ['llámame al 612 345 678', 'llámame al [phone]'],
    ['Mi teléfono es 612345678, gracias', 'Mi teléfono es [phone], gracias'],
    [
      'No funciona nada desde ayer, estoy en el 91 123 45 67 por las tardes',
      'No funciona nada desde ayer, estoy en el [phone] por las tardes',
    ],
    ['Por favor llamadme mañana: 655 12 34 56', 'Por favor llamadme mañana: [phone]'],
    ['Mi whatsapp es 55 1234 5678 y nadie me contesta', 'Mi whatsapp es [phone] y nadie me contesta'],
    [
      'Pueden localizarme en el 933-456-789 cuando quieran',
      'Pueden localizarme en el [phone] cuando quieran',
    ],
    // Brazil and Portugal
    ['ligue para (11) 91234-5678', 'ligue para [phone]'],
    ['Meu número é 11 98765 4321, me liga', 'Meu número é [phone], me liga'],
    ['Ainda estou à espera, podem ligar 912 345 678', 'Ainda estou à espera, podem ligar [phone]'],
    ['O meu telemóvel é 936123456', 'O meu telemóvel é [phone]'],
    ['Estou no 21 234 56 78 todos os dias da semana', 'Estou no [phone] todos os dias da semana'],
    ['Falem comigo por zap 21 3234-5678', 'Falem comigo por zap [phone]'],
    // Italy
    ['chiamami al 347 123 4567', 'chiamami al [phone]'],
    ['Il mio numero è 3471234567 e aspetto una risposta', 'Il mio numero è [phone] e aspetto una risposta'],
    ['Sono sempre reperibile, 347 12 34 567', 'Sono sempre reperibile, [phone]'],
    ['richiamatemi al 333-1234567', 'richiamatemi al [phone]'],
    // Germany and France
    ['Ruft mich unter 0171/2345678 an', 'Ruft mich unter [phone] an'],
    ['Meine Nummer ist 1712345678', 'Meine Nummer ist [phone]'],
    ['joignable au 6 12 34 56 78', 'joignable au [phone]'],
    ['Bin erreichbar unter (030) 123 456-78', 'Bin erreichbar unter [phone]'],
    ['(11)987654321 me chamem', '[phone] me chamem'],
    ['mi cel es 5512345678', 'mi cel es [phone]'],
    ['Mi numero es el +52 1 55 1234 5678', 'Mi numero es el [phone]'],
    ['call me (0612345678)', 'call me ([phone])'],
    ['appelle-moi au +33(0)6.12.34.56.78', 'appelle-moi au [phone]'],
  ])('knows how a number is dialled within its country: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    ['Paid to GB29\u00a0NWBK\u00a06016\u00a01331\u00a09268\u00a019 today', 'Paid to [iban] today'],
    ['IBAN DE89\u20093704\u20090044\u20090532\u20090130\u200900', 'IBAN [iban]'],
    ['IBANDE89370400440532013000', 'IBAN[iban]'],
    ['mein IBAN: DE 89.3704.0044.0532.0130.00', 'mein IBAN: [iban]'],
    ['IBAN ist DE89 3704 0044 0532 0130 01 laut Bank', 'IBAN ist [iban] laut Bank'],
    ['SSN 460\u201389\u20139847', 'SSN [ssn]'],
    ['SSN 460 - 89 - 9847', 'SSN [ssn]'],
    ['Mail anna@mu\u0308nchen.de oder anna@münchen.de', 'Mail [email] oder [email]'],
    ['Jo\u0308rg.mu\u0308ller@web.de', '[email]'],
    ['ｃａｒｄ ４１１１　１１１１　１１１１　１１１１', 'ｃａｒｄ [card]'],
    ['anna＠example。com', '[email]'],
    ['The IP is 8.8.8.8', 'The IP is [ip]'],
    ['ａｎｎａ＠ｗｅｂ．ｄｅ', '[email]'],
    ['電話は０９０－１２３４－５６７８です', '電話は[phone]です'],
    ['رقمي ٠٦١٢٣٤٥٦٧٨ هاتف +٤٩ ١٧١ ٢٣٤٥٦٧٨', 'رقمي [phone] هاتف [phone]'],
    ['card 4111\u200b1111\u200b1111\u200b1111', 'card [card]'],
    ['+49\u2060171\u200d2345678', '[phone]'],
    ['\u202a+49 171 2345678\u202c', '\u202a[phone]\u202c'],
    ['anna\u00ad@web.de', '[email]'],
    ['from fe80::1, 2001:db8::1 and 2a02:908::5%eth0', 'from [ip], [ip] and [ip]%eth0'],
    ['::ffff:192.168.100.20 was blocked', '[ip] was blocked'],
    ['anna.lopez (at) web dot de', '[email]'],
    ['write anna [at] web [dot] de please', 'write [email] please'],
    ['anna(at)web.de', '[email]'],
    ['anna dot lopez at gmail dot com', '[email]'],
    ['anna arroba gmail punto com', '[email]'],
    ['anna.lopez @ gmail.com', '[email]'],
    ['https://example.com/user?email=anna%40web.de', 'https://example.com/user?email=[email]'],
    ['"anna lopez"@web.de', '[email]'],
    ['4111/1111/1111/1111', '[card]'],
    ['4111.1111.1111.1111', '[card]'],
    ['4111_1111_1111_1111 card', '[card] card'],
    ['4111 - 1111 - 1111 - 1111', '[card]'],
    ['3782 822463 10005 amex', '[card] amex'],
  ])('sees through other signs: %s', (text, expected) => {
    const redacted = redactPersonalData(text);
    expect(redacted.text).toBe(expected);
    for (const { inputStart, inputEnd, start, end, type } of redacted.redactions) {
      expect(text.slice(inputStart, inputEnd)).not.toBe('');
      expect(redacted.text.slice(start, end)).toBe(`[${type}]`);
    }
    const rebuilt = redacted.redactions.reduceRight(
      (built, r) => built.slice(0, r.start) + text.slice(r.inputStart, r.inputEnd) + built.slice(r.end),
      redacted.text,
    );
    expect(rebuilt).toBe(text);
    expect(redact(redacted.text)).toBe(redacted.text);
  });

  it.each([
    ['Meu CPF é 529.982.247-25', 'Meu CPF é [id]'],
    ['CPF 52998224725', 'CPF [id]'],
    ['RG 12.345.678-9', 'RG [id]'],
    ['My NHS number is 943 476 5919', 'My NHS number is [id]'],
    ['Sozialversicherungsnummer 15 070649 C 103', 'Sozialversicherungsnummer [id]'],
    ['SV-Nr. 15070649C103', 'SV-Nr. [id]'],
    ['Cartão de cidadão 00000000 0 ZZ4', 'Cartão de cidadão [id]'],
    ['DNI: 12.345.678-Z', 'DNI: [id]'],
    ['codice fiscale RSS MRA 85T10 A562S', 'codice fiscale [id]'],
    ['numéro de sécu 2-55-08-14-168-025-38', 'numéro de sécu [id]'],
    ['Steuernummer IdNr 86 095 742 719', 'Steuernummer IdNr [id]'],
    ['NIF 123-456-789', 'NIF [id]'],
    ['nino: ab123456c', 'nino: [id]'],
    ['Personalausweis L01X00T471', 'Personalausweis [id]'],
    ['Versichertennr. A123456780', 'Versichertennr. [id]'],
    ['Perso-Nr. T220001293', 'Perso-Nr. [id]'],
    ["Carta d'identità CA12345AA", "Carta d'identità [id]"],
    ['Passport no. 123456789', 'Passport no. [id]'],
    ['pasaporte AAA123456', 'pasaporte [id]'],
  ])('knows national ids: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Mi pedido 612345678 no ha llegado',
    'El número de pedido es 612 345 678, no llegó',
    'Pedido nº 912 345 678 atrasado há duas semanas',
    'La factura 347 123 456 è sbagliata',
    'Ordine n. 3471234567 mai arrivato',
    'Costó 612 345 678 pesos colombianos',
    'Ganhamos 912 345 678 reais em vendas',
    'Bestellnummer 912 345 678 fehlt noch',
    'Sendungsnummer 00340434161094042557 und Kundennummer 10022333',
    'numéro de commande 612345678 pas reçu',
    'Track and trace 3SABCD1234567',
    'Mit 1.234.567,89 Euro viel zu teuer',
    'Pagué 1.299,00 € por el modelo 2024-05',
    'Custou R$ 1.234.567,00 em 12x de 102.880,58',
    'Die Version 10.0.19045.3930 stürzt ab',
    'Mein Kennzeichen ist B-MW 1234, in Frankreich AB-123-CD, matrícula 1234 BCD, targa AB 123 CD, placa ABC1D23',
    'O CEP 01310-100 não é aceito, nem 4000-123',
    'Article 8712345678906, ISBN 978-3-16-148410-0, EAN 4006381333931',
    'El 12/05/2023 a las 10:30, 2023.05.12, 12-05-23',
    'À partir du 01.02.2023 au 03.04.2023, 10h30',
    'A ratio 1:2:3, 10::20, std::array, 12:30:45, Foo::bar1',
    'It went from version 10.0.190.100 to 10.0.190.200',
    'I was sent a notice. At this point another date was set, my order 7 at this point in time',
    'mon téléphone Honor 8. 4/2/2018, après',
    'We met at noon dot com is slow',
    'I saw it at booking.com and at amazon.de',
    'Look at the dot in the corner',
    'SSD 512 GB, 16 GB RAM, 1920x1080, 2560-1440',
    'Ich hatte 612 345 678 Aufrufe',
    'SIRET 732 829 320 00074, P.IVA 01234567890, UPC 036000291452',
    'Serial S/N 123-456-789, part 912-345-678-01',
    'Error 0x80070005 (2147942405)',
    'Flight 447 on 2023-05-12 at gate 12, seat 34A',
    'Llevamos 600 000 000 de visitas',
  ])('leaves alone what names nobody: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
