import { isVisible } from '@/lib/core/visible-text';

const BLANK = /^(?:|n\/?a|#n\/?a|null|nan|-|--)$/i;

/** True for an empty cell and for the marks programs write in its place: NA, N/A, NULL, NaN, - . */
export function isBlank(cell: string): boolean {
  return (cell.length < 12 && BLANK.test(cell.trim())) || !isVisible(cell);
}
