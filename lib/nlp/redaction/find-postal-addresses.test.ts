import { describe, expect, it } from 'vitest';
import { findPostalAddresses } from './find-postal-addresses';

const addressesIn = (text: string) =>
  findPostalAddresses(text).map(({ start, end }) => text.slice(start, end));

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
  ])('finds none in %s', (text) => expect(addressesIn(text)).toEqual([]));
});
