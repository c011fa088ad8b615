import type { z } from 'zod'
import type { Viewer } from '@/lib/auth/sessions'
import { services } from './services'
import { currentViewer } from './viewer'

/** What became of a form: not sent yet, wrong input (a message for each field), refused by a rule, or done. */
export type ActionState<Refusal, Done = never> =
  | { readonly status: 'idle' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'invalid'; readonly fields: Readonly<Record<string, string>> }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'done'; readonly done: Done }

/**
 * A server action for anybody, signed in or not: what entitles to it is in the input (a token), for `run` to find out.
 */
export function visitorAction<Input, Refusal, Done = never>(definition: {
  readonly input: z.ZodType<Input>
  readonly run: (context: {
    deps: ReturnType<typeof services>['deps']
    input: Input
  }) => Promise<ActionState<Refusal, Done>>
}) {
  return async (
    _previous: ActionState<Refusal, Done>,
    form: FormData,
  ): Promise<ActionState<Refusal, Done>> => {
    const parsed = definition.input.safeParse(Object.fromEntries(form))
    if (!parsed.success) return invalid(parsed.error)
    return definition.run({ deps: services().deps, input: parsed.data })
  }
}

function invalid(error: z.ZodError): { readonly status: 'invalid'; readonly fields: Record<string, string> } {
  const fields = error.issues.map((issue) => [issue.path.join('.'), issue.message] as const)
  // Of several about one field, the first: later ones look at what is wrong already.
  return { status: 'invalid', fields: Object.fromEntries(fields.reverse()) }
}

/**
 * A server action for a signed-in person: who is asking, then parse, then run. Whether the object is theirs is for
 * `run` to find out, by id and owner together.
 */
export function personAction<Input, Refusal, Done = never>(definition: {
  readonly input: z.ZodType<Input>
  readonly run: (context: {
    viewer: Viewer
    deps: ReturnType<typeof services>['deps']
    input: Input
  }) => Promise<ActionState<Refusal, Done>>
}) {
  return async (
    _previous: ActionState<Refusal, Done>,
    form: FormData,
  ): Promise<ActionState<Refusal, Done>> => {
    const viewer = await currentViewer()
    if (!viewer) return { status: 'signed-out' }
    const parsed = definition.input.safeParse(Object.fromEntries(form))
    if (!parsed.success) return invalid(parsed.error)
    return definition.run({ viewer, deps: services().deps, input: parsed.data })
  }
}
