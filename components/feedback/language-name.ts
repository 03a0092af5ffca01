const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/** "fr" is "French"; a code that is no language stays as it is. */
export function languageName(code: string): string {
  try {
    return (code && languages.of(code)) || code;
  } catch {
    // What is not built as a code, such as "en-1", is refused there.
    return code;
  }
}
