import { z } from 'zod'
import type { ActionState } from '@/lib/server/action'
import type { RemovalError } from '@/lib/use-cases/remove-student'

export const removeInputSchema = z.object({
  courseId: z.string(),
  userId: z.string(),
  mode: z.enum(['anonymise', 'delete']),
  typedName: z.string('typedName').trim().min(1, 'typedName'),
})

export type RemoveState = ActionState<RemovalError, null>
