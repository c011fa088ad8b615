'use client'

import { useBrowserTimeZone } from '../use-time-zone'
import { TextInput } from './text-input'

interface DateTimeInputProps {
  label: string
  /** Followed by the name of the zone in which the time is typed. */
  hint: string
  name: string
  value: Date | null
  error?: string | undefined
}

/** A date and time in the browser's zone, which is named; `useFormAction` sends it in UTC. */
export function DateTimeInput({ hint, value, ...rest }: DateTimeInputProps) {
  const zone = useBrowserTimeZone()
  // Drawn anew once the zone is known: the server can't tell what to show.
  return (
    <TextInput
      {...rest}
      key={zone}
      type="datetime-local"
      disabled={zone === null}
      defaultValue={zone === null || value === null ? '' : localTime(value)}
      step={value && value.getTime() % 60_000 !== 0 ? 1 : undefined}
      hint={zone === null ? hint : `${hint} ${zone} (${offset(zone, value)})`}
    />
  )
}

/** In the form that the input takes; seconds only where there are any. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString()
  return local.slice(0, date.getTime() % 60_000 === 0 ? 16 : 19)
}

/** "GMT+9", as it is at that time of the year. */
const offset = (timeZone: string, at: Date | null): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at ?? new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
