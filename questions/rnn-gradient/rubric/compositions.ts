import type { Composition } from '@/lib/grading/rubric/schema'

const put = (
  id: string,
  within: Composition['within'],
  all: string[],
  none: string[] = [],
  rivals: string[] = [],
): Composition => ({ id, within, all, none, rivals })

/** Ideas put together from others; each may use those before it. */
export const compositions: Composition[] = [
  put('FORWARD', 'sentence', ['?FWD'], ['GRAD', 'BACK', 'DERIV', 'RECW']),
  put('BELOW', 'clause', ['LT1|NUM_BELOW_ONE|POWER_BELOW_ONE|!GT1']),
  put('ABOVE', 'clause', ['GT1|NUM_ABOVE_ONE|POWER_ABOVE_ONE']),
  put('DOWN', 'clause', ['SHRINK|TINY|!STEADY'], ['GATED']),
  put('UP', 'clause', ['GROW|HUGE']),
  put('SURVIVES', 'clause', ['GRAD', 'STEADY|NOCHANGE|!VANISH|!SHRINK|!GROW'], ['GATED', 'MITIGATE', 'CLIP']),
  // Below one, and what follows is growth; above one, and what follows is decay.
  put('WRONGWAY', 'then', ['GT1|NUM_ABOVE_ONE', 'SHRINK|VANISH'], [], ['GROW', 'LT1', 'GT1']),
  put('WRONGWAY', 'then', ['LT1', 'GROW'], ['GATED'], ['SHRINK', 'VANISH', 'GT1', 'LT1']),
]
