const WEB_ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"]+/giu;

/** A text without its web addresses: their words are names of pages and nobody's opinion. */
export const dropWebAddresses = (text: string): string =>
  text.includes('://') || text.includes('www.') ? text.replace(WEB_ADDRESS, ' ') : text;
