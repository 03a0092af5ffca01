/** What one look over a text tells: which finders may find something in it. It never hides what one of them would find. */
export interface Glance {
  hasAt: boolean;
  hasDigit: boolean;
  /** Five digits not far from each other: the fewest that a national id has. */
  hasNumber: boolean;
  /** The most digits in a row that have at most one other sign between them. */
  digitsTogether: number;
  /** The most that have at most three between them. */
  digitsNear: number;
  /** Three full stops between digits, as in 192.168.0.1. */
  hasDottedNumber: boolean;
  /** Two colons not far from each other, as in ::1. */
  hasColons: boolean;
  /** A number after a word that may be that of a post box. */
  mayNamePostBox: boolean;
}

const FARTHEST = 6;
const FEWEST_DIGITS = 5;
const NEAR = 3;
/** So far apart are two colons with a group of four digits between them. */
const GROUP = 5;
const DOTS = 3;
const [SPACE, STOP, ZERO, NINE, COLON, AT] = [0x20, 0x2e, 0x30, 0x39, 0x3a, 0x40] as const;
/** Turns a capital of ASCII into its small letter. */
const LOWER = 0x20;
/** How words for a post box end: box, Postfach, Casella postale, Apartado, correos, Caixa postal. */
const BOX_ENDINGS = new Set([...'xheosl'].map((letter) => letter.charCodeAt(0)));

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** @param text in its plain form */
export function glanceAt(text: string): Glance {
  let [digit, colon] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [far, near, together, dots] = [0, 0, 0, 0];
  const glance: Glance = {
    hasAt: false,
    hasDigit: false,
    hasNumber: false,
    digitsTogether: 0,
    digitsNear: 0,
    hasDottedNumber: false,
    hasColons: false,
    mayNamePostBox: false,
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > AT) continue;
    if (isDigit(code)) {
      const between = at - digit - 1;
      far = between <= FARTHEST ? far + 1 : 1;
      near = between <= NEAR ? near + 1 : 1;
      together = between <= 1 ? together + 1 : 1;
      if (far >= FEWEST_DIGITS) glance.hasNumber = true;
      if (near > glance.digitsNear) glance.digitsNear = near;
      if (together > glance.digitsTogether) glance.digitsTogether = together;
      if (text.charCodeAt(at - 1) === SPACE && mayEndBox(text.charCodeAt(at - 2)))
        glance.mayNamePostBox = true;
      digit = at;
    } else if (code === STOP) {
      if (digit === at - 1 && isDigit(text.charCodeAt(at + 1))) dots += 1;
    } else if (code === COLON) {
      if (at - colon <= GROUP) glance.hasColons = true;
      colon = at;
    } else if (code === AT) glance.hasAt = true;
  }
  glance.hasDigit = digit >= 0;
  glance.hasDottedNumber = dots >= DOTS;
  return glance;
}

/** Signs beyond ASCII may be a letter in another form. */
const mayEndBox = (code: number): boolean => code > 0x7f || BOX_ENDINGS.has(code | LOWER);
