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
        message: {
          ko: '이 범위로는 변형이 너무 많습니다. 범위를 좁히거나 배수를 키우세요.',
          en: 'these ranges combine to too many variants: narrow them or raise multipleOf',
        },
      }
    : {
        property: 'forms',
        message: {
          ko: `실수가 서로 구별되고 난이도가 비슷한 ${form} 변형이 없습니다. 범위나 난이도 폭을 넓히세요.`,
          en: `no ${form} variant has distinct mistakes and comparable effort: widen the ranges or effortSpread`,
        },
      }
}
