import { z } from 'zod'

/** What the student typed; a number sent as one is that number's text, anything else that isn't text is nothing typed. */
const typed = z.union([z.string(), z.number().transform(String)]).catch('')

export const responseSchema = z.object({ total: typed }).catch({ total: '' })
export type Response = z.infer<typeof responseSchema>
