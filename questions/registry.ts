import { createRegistry } from '@/lib/question/registry'
import { choice } from './choice'
import { computed } from './computed'
import { convOutput } from './conv-output'
import { dnnParameters } from './dnn-parameters'
import { reasoning } from './reasoning'
import { rnnGradient } from './rnn-gradient'

/** Every question type, one line each. */
export const registry = createRegistry([dnnParameters, convOutput, rnnGradient, computed, choice, reasoning])
