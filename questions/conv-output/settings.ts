import { countCandidates } from './candidates'
import { settingsFields } from './settings-fields'
import { variantSpace } from './space'

const mostCandidates = 200_000

/** Settings that leave at least one variant of every chosen form; refused with the property to change. */
export const convOutputSettingsSchema = settingsFields.superRefine((settings, context) => {
  if (countCandidates(settings) > mostCandidates) {
    const message = 'these ranges combine to too many variants: narrow them or raise multipleOf'
    context.addIssue({ code: 'custom', path: ['image'], message })
    return
  }
  for (const [form, variants] of variantSpace(settings)) {
    if (variants.length > 0) continue
    const message = `no ${form} variant has distinct mistakes and comparable effort: widen the ranges or effortSpread`
    context.addIssue({ code: 'custom', path: ['forms'], message })
  }
})
