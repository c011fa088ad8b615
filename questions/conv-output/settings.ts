import { settingsFields } from './settings-fields'
import { variantSpace } from './space'

/** Settings that leave at least one variant of every chosen form; refused with the property to change. */
export const convOutputSettingsSchema = settingsFields.superRefine((settings, context) => {
  const space = variantSpace(settings)
  if (space.ok) return
  const { form } = space.error
  const [property, message] =
    form === null
      ? ['image', 'these ranges combine to too many variants: narrow them or raise multipleOf']
      : [
          'forms',
          `no ${form} variant has distinct mistakes and comparable effort: widen the ranges or effortSpread`,
        ]
  context.addIssue({ code: 'custom', path: [property], message })
})
