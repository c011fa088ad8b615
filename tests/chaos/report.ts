import { faultNames } from './faults'
import type { Outcome } from './run'

const columns = [
  'fault',
  'runs',
  'acknowledged',
  'lost',
  'lost at worst',
  'saved again (median)',
  'at worst',
  'broken',
]

/** The table: one line a fault, and the sum. */
export function report(outcomes: readonly Outcome[]): string {
  const lines = faultNames
    .map((fault) => ({ fault: fault as string, of: outcomes.filter((each) => each.fault === fault) }))
    .filter(({ of }) => of.length > 0)
    .concat({ fault: 'all', of: [...outcomes] })
    .map(({ fault, of }) => line(fault, of))
  const table = [columns, ...lines]
  const widths = columns.map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)))
  return table
    .map((cells) =>
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

function line(fault: string, of: readonly Outcome[]): string[] {
  const recovery = of.map(({ recoveryMs }) => recoveryMs).sort((a, b) => a - b)
  const sum = (key: 'acknowledged' | 'lost') => String(of.reduce((total, each) => total + each[key], 0))
  return [
    fault,
    String(of.length),
    sum('acknowledged'),
    sum('lost'),
    `${Math.round(Math.max(0, ...of.map(({ lostMs }) => lostMs)))} ms`,
    seconds(recovery[Math.floor(recovery.length / 2)]),
    seconds(recovery.at(-1)),
    String(of.filter(({ complaints }) => complaints.length > 0).length),
  ]
}

const seconds = (ms = 0): string => `${(ms / 1000).toFixed(1)} s`
