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

/** The two control digits of a Brazilian CPF: 11 digits, weights 10 and 11 downwards, modulo 11; not all of them alike. */
export function passesCpfCheck(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  return [9, 10].every((count) => {
    let sum = 0;
    for (let index = 0; index < count; index++) sum += Number(digits[index]) * (count + 1 - index);
    return ((sum * 10) % 11) % 10 === Number(digits[count]);
  });
}

/** The control digit of a UK NHS number: 10 digits, weights 10 to 2, modulo 11. Source: NHS Data Dictionary. */
export function passesNhsCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

const PENSION_WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** The control digit of a German pension insurance number (15070649C103): its letter counts as two digits. Source: VKVV § 2. */
export function passesPensionNumberCheck(number: string): boolean {
  const letter = String(number.charCodeAt(8) - 64).padStart(2, '0');
  const digits = number.slice(0, 8) + letter + number.slice(9, 11);
  let sum = 0;
  for (const [index, weight] of PENSION_WEIGHTS.entries()) {
    const product = Number(digits[index]) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10 === Number(number[11]);
}

/** The check of a Portuguese Cartão de Cidadão: 12 characters, Luhn with letters counting from 10. */
export function passesCitizenCardCheck(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < 12; index++) {
    const value = Number.parseInt(number.charAt(index), 36);
    const weighted = index % 2 === 0 ? 2 * value : value;
    sum += index % 2 === 0 && weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** The control digits of a Spanish social security number: province, number and the rest modulo 97. */
export function passesAffiliationCheck(digits: string): boolean {
  const number = digits.slice(2, 10).replace(/^0/, '');
  return Number(digits.slice(0, 2) + number) % 97 === Number(digits.slice(10));
}
