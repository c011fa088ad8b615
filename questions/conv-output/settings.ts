import type { SettingsProblem } from '@/lib/question/contract'
import type { ConvOutputSettings } from './settings-fields'
import { variantSpace } from './space'

/** Why settings leave no variant of one of the chosen forms, with the property to change; null where each has some. */
export function settingsProblem(settings: ConvOutputSettings): SettingsProblem | null {
  const space = variantSpace(settings)
  if (space.ok) return null
  const { form } = space.error
  return form === null
    ? {
        property: 'image',
        message: 'these ranges combine to too many variants: narrow them or raise multipleOf',
      }
    : {
        property: 'forms',
        message: `no ${form} variant has distinct mistakes and comparable effort: widen the ranges or effortSpread`,
      }
}
