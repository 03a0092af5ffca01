/** The control letter of a Spanish DNI or NIE: number modulo 23. Source: Ministerio del Interior. */
export function passesDniCheck(id: string): boolean {
  const digits = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === id.at(-1);
}

/** The key of a French NIR (13 characters and 2 digits): 97 less the number modulo 97; Corsica counts as 19 and 18. */
export function passesNirCheck(nir: string): boolean {
  const number = nir.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(number) % 97) === Number(nir.slice(13));
}

/**
 * A German Steuer-ID: 11 digits, the last by ISO 7064 mod 11,10; of the first ten exactly one digit stands twice or
 * thrice. Source: Bundeszentralamt für Steuern.
 */
export function passesSteuerIdCheck(digits: string): boolean {
  const counts = [...'0123456789'].map((digit) => digits.slice(0, 10).split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** Weights of the odd places of a codice fiscale, for 0-9 and then A-Z. Source: DM 23/12/1976. */
const ODD_VALUES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** The control letter of an Italian codice fiscale: 16 characters in upper case. */
export function passesCodiceFiscaleCheck(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const value = Number.parseInt(code.charAt(index), 36);
    const place = value < 10 ? value : value - 10;
    sum += index % 2 === 0 ? (ODD_VALUES[place] ?? 0) : place;
  }
  return code.charCodeAt(15) - 65 === sum % 26;
}

/** The control digit of a Portuguese NIF: 9 digits, weights 9 to 2, modulo 11. */
export function passesNifCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index++) sum += Number(digits[index]) * (9 - index);
  const control = 11 - (sum % 11);
  return (control > 9 ? 0 : control) === Number(digits[8]);
}
