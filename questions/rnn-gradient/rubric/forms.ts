/** Surface forms written on one line, `|` between them. */
export const forms = (text: string): string[] =>
  text
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '')
