/** What is wrong with a field, in words that name the mend; undefined where nothing is. */
export type ErrorOf = (field: string) => string | undefined
