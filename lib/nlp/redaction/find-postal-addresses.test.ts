import { describe, expect, it } from 'vitest';
import { findPostalAddresses } from './find-postal-addresses';
import { glanceAt } from './glance';

const addressesIn = (text: string) =>
  findPostalAddresses(text, glanceAt(text)).map(({ start, end }) => text.slice(start, end));

describe('findPostalAddresses', () => {
  it.each([
    '123 Main St Apt 4, Springfield, IL 62704',
    '221b Baker Street',
    '12 High Street, London SW1A 1AA',
    'Lange Straße 12a, 10115 Berlin',
    'Rosenweg 3',
    '10 bis rue de la Paix, 75002 Paris',
    'Calle de Alcalá 45',
    'Via Garibaldi 12',
    'Rua Augusta 1500',
    'P.O. Box 1234',
    '221B Baker Street, London NW1 6XE',
    '1600 Pennsylvania Ave NW, Washington, DC 20500',
    'Am Alten Markt 3, 50667 Köln',
    'Unter den Linden 77, 10117 Berlin',
    'An der Alster 5a - 20099 Hamburg',
    '12 bis, rue Victor Hugo, 69002 Lyon',
    '23, bd de la République - 13001 Marseille',
    'C/ Mayor, 15, 3º B, 28013 Madrid',
    'Avenida de la Constitución 24, piso 2, 41001 Sevilla',
    'Piazza San Marco, 1 - 30124 Venezia',
    'Via Roma 5/B, interno 3, 00184 Roma (RM)',
    'Rua das Flores, 123, apto 45, São Paulo - SP, 01234-567',
    'Rua Augusta 27, 2.º Esq, 1100-048 Lisboa',
    'Av. Paulista, 1578 - Bela Vista, São Paulo - SP',
    'Keizersgracht 123, 1015 CJ Amsterdam',
  ])('finds %s', (address) => {
    expect(addressesIn(`I live at ${address}.`)).toEqual([address]);
  });

  it.each([
    'waited 20 minutes on the road',
    'a 3 lane road, 5 star place',
    'Since 2020 Google Drive is slow',
    '20 via PayPal 3 times',
    'Hinweg 20 Minuten, Rückweg 30 Minuten',
    'Route 66 and Highway 1',
    'place 3 orders',
    'Am Montag 3 Stunden, im Januar 2024, am Schalter 3, im Zimmer 12',
    'Am Gate 7 um 12 Uhr',
    'Una avenida, 3 calles - 2 plazas',
  ])('finds none in %s', (text) => expect(addressesIn(text)).toEqual([]));
});
