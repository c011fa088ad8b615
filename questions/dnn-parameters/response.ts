import { z } from 'zod'

/** What the student typed; anything that isn't text counts as nothing typed. */
export const responseSchema = z.object({ total: z.string().catch('') }).catch({ total: '' })
export type Response = z.infer<typeof responseSchema>
