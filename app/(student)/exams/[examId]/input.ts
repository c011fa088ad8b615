import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'
import type { StartError } from '@/lib/use-cases/start-attempt'

export const startInputSchema = z.object({ examId: z.string(), startCode: z.string().max(200).optional() })
export type StartState = ActionState<StartError>
