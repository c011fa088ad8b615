'use client'

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import type { ActionState } from '@/lib/server/action'

/**
 * A form and its server action. Unlike a bare `action`, an answer leaves everything that was typed where it is, and
 * moves the focus to the first field that has to be mended. Times are typed in the browser's zone and sent in UTC.
 */
export function useFormAction<Refusal, Done>(
  action: (state: ActionState<Refusal, Done>, form: FormData) => Promise<ActionState<Refusal, Done>>,
) {
  const [state, dispatch, pending] = useActionState<ActionState<Refusal, Done>, FormData>(action, {
    status: 'idle',
  })
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status === 'invalid') ref.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    for (const input of event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=datetime-local]'))
      if (input.name !== '') form.set(input.name, sentTime(input))
    startTransition(() => dispatch(form))
  }
  return { state, pending, form: { ref, action: dispatch, onSubmit, noValidate: true } }
}

/** What is typed by halves reads as empty in the browser, and must not pass for "no date". */
function sentTime({ value, validity }: HTMLInputElement): string {
  if (value === '') return validity.badInput ? 'incomplete' : ''
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? 'incomplete' : time.toISOString()
}
