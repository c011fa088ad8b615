import { z } from 'zod'
import { hidden } from '@/lib/question/settings-form'
import { wordingSchema } from '@/lib/question/wording'
import { activations } from './params'
import { wordingNames } from './wording-names'

export const behaviourChoices = ['vanish', 'explode', 'neither'] as const
export type BehaviourChoice = (typeof behaviourChoices)[number]

/** Combinations that exist: a saturating activation cannot be shown to explode from its numbers. */
export const possible = (activation: (typeof activations)[number], behaviour: BehaviourChoice): boolean =>
  behaviour !== 'explode' || activation === 'relu' || activation === 'linear'

const share = z.number().min(0).max(1)

const weights = z.array(z.number().min(-100).max(100)).max(2_000).readonly()
const learntSchema = z
  .object({
    /** Version of the model that was at work; another one is not changed by these weights. */
    base: z.string().max(100),
    corrections: z.number().int().min(1),
    criteria: z.record(z.string().max(40), z.object({ half: weights, full: weights }).readonly()).readonly(),
  })
  .readonly()
export type Learnt = z.infer<typeof learntSchema>

/** What the author chooses; `{}` gives numeric variants of all kinds. */
export const settingsSchema = z
  .object({
    /** Whether the variant has numbers, and asks for the bound. Without numbers every variant asks the same. */
    numbers: z.boolean().default(true),
    activations: z
      .array(z.enum(activations))
      .min(1)
      .readonly()
      .default([...activations]),
    behaviours: z
      .array(z.enum(behaviourChoices))
      .min(1)
      .readonly()
      .default([...behaviourChoices]),
    /** Sequence lengths to draw from. */
    lengths: z
      .array(z.number().int().min(10).max(500))
      .min(1)
      .readonly()
      .default([20, 30, 40, 50, 60, 80, 100]),
    /** The bound's share of the problem's points in a numeric variant; the rest is the explanation's. */
    boundShare: z.number().min(0.05).max(0.95).default(0.3),
    /** Share of the bound's points that a modelled wrong way still earns. */
    boundCredit: z
      .object({
        'exponent-one-too-many': share.default(0.7),
        'exponent-one-too-few': share.default(0.5),
        'derivative-forgotten': share.default(0.4),
        'weight-forgotten': share.default(0.4),
        'derivative-of-half': share.default(0.4),
        'factor-added-not-multiplied': share.default(0),
        'one-step-only': share.default(0.2),
        inverted: share.default(0.2),
        /** A right expression that is worked out wrongly, for every sign that does not hold. */
        'arithmetic-slip': share.default(0.85),
      })
      .readonly()
      .prefault({}),
    /** Weight of each criterion of the explanation, relative to the others; 1 where nothing is given. */
    criterionWeights: z.record(z.string(), z.number().min(0).max(100)).readonly().default({}),
    wording: wordingSchema(wordingNames),
    /** Weights learned from what people corrected, on top of the model that they were learned from. */
    learnt: learntSchema.nullable().default(null).meta(hidden),
  })
  .refine(
    (settings) =>
      !settings.numbers ||
      settings.activations.some((activation) =>
        settings.behaviours.some((behaviour) => possible(activation, behaviour)),
      ),
    {
      path: ['behaviours'],
      message: 'tanh and sigmoid alone cannot explode: choose relu or linear as well',
      params: { ko: 'tanh와 시그모이드만으로는 폭발하지 않습니다. ReLU나 선형도 고르세요.' },
    },
  )
  .readonly()
export type Settings = z.infer<typeof settingsSchema>
