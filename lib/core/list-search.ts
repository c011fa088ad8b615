/** What is asked of a list that is shown page by page, as it stands in an address. */
export type ListAsked = Readonly<Record<string, string | number>> & { readonly page: number }

/**
 * The part of an address after the path for the same list with something else asked, from its first page unless `over`
 * names one; what is as usual is left out.
 */
export function listSearch<Asked extends ListAsked>(
  usual: Asked,
  query: Asked,
  over: Partial<Asked>,
): string {
  const asked = Object.entries({ ...query, page: 1, ...over }).filter(
    ([name, value]) => value !== usual[name],
  )
  return `?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`
}
