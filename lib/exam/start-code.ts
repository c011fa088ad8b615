/** Codes are read aloud in a room: letter case, spaces and dashes between do not matter. */
const plain = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()

/** Whether the code that was given opens an exam with this start code. */
export const opensWith = (startCode: string | null, given: string): boolean =>
  startCode === null || plain(startCode) === plain(given)
