import type { Cell, Table } from './gradebook'

/** Told to spreadsheet programs, which else take Korean for something older. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** The lines of a CSV file after RFC 4180, with CRLF; the mark first. */
export function* csvLines({ head, rows }: Table): Iterable<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(head)}`
  for (const row of rows) yield csvLine(row)
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises against CSV injection;
 * numbers and dates are ours and stay as they are.
 */
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return cell.toISOString()
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
