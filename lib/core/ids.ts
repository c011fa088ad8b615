const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from outside can be an id at all; a query with anything else would be an error, not "not found". */
export const isId = (text: string): boolean => uuid.test(text)
