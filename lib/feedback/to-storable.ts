/** Without what a Postgres text cannot hold: NUL characters and halves of surrogate pairs. */
export function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
