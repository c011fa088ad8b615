import { z } from 'zod'
import { wholeNumber } from '../../exams/[examId]/_terms/form-fields'

export const reopenInputSchema = z.object({
  attemptId: z.string(),
  minutes: wholeNumber({ message: 'minutes', min: 1, max: 10_080 }),
})
