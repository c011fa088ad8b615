import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** As the filter of Safe Exam Browser writes them. Versions differ in how they count quotes into the key: there are none. */
export const ALLOWED_URL = /^(?!.*["\\])[!-~]{1,300}$/
export const allowedUrlSchema = z.string().regex(ALLOWED_URL)

/** What stands in the file, besides the exam's own address. */
const configShape = {
  allowQuit: z.boolean(),
  /** SHA-256 of the password in hexadecimal digits; null where none is asked for. */
  quitPasswordHash: hash.nullable(),
  /** Addresses that may be opened besides ours. */
  allowedUrls: z.array(allowedUrlSchema).readonly(),
}
export const sebConfigSchema = z.object(configShape)
export type SebConfig = z.infer<typeof sebConfigSchema>

/** How an exam requires Safe Exam Browser. */
export const sebSettingsSchema = z.object({
  ...configShape,
  /** Keys of versions of Safe Exam Browser together with the file; each is as good as the Config Key. */
  browserExamKeys: z.array(hash).readonly(),
  /** What stood in the file before, and until when: attempts started before then go on with it. */
  former: z.array(z.object({ ...configShape, until: z.coerce.date() })).readonly(),
})
export type SebSettings = z.infer<typeof sebSettingsSchema>

/** More changes than this within one exam keep nobody's file. */
const MOST_FORMER = 10

const sameConfig = (a: SebConfig, b: SebConfig): boolean =>
  JSON.stringify(sebConfigSchema.parse(a)) === JSON.stringify(sebConfigSchema.parse(b))

/** The settings after a change: whoever is at work with the file from before is not thrown out by it. */
export function changedSettings(
  before: SebSettings | null,
  after: Omit<SebSettings, 'former'>,
  now: Date,
): SebSettings {
  if (!before) return { ...after, former: [] }
  const replaced = sameConfig(before, after) ? [] : [{ ...sebConfigSchema.parse(before), until: now }]
  return { ...after, former: [...before.former, ...replaced].slice(-MOST_FORMER) }
}

/** What the files say that are good for an attempt started then; null: for one that is yet to start. */
export const configsFor = (settings: SebSettings, startedAt: Date | null): readonly SebConfig[] => [
  settings,
  ...(startedAt ? settings.former.filter(({ until }) => startedAt < until) : []),
]
