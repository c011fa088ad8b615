import type { Contradiction, Criterion, Rule } from '@/lib/grading/rubric/schema'
import { criterionTitle } from '../criteria'

type Window = Rule['within']

const rule = (
  level: 1 | 0.5 | 0,
  within: Window,
  all: string[],
  none: string[] = [],
  cases: string[] = [],
): Rule => ({
  level,
  within,
  all,
  none,
  cases,
  rivals: [],
})
const cap = (
  to: 0 | 0.5,
  within: Window,
  all: string[],
  none: string[] = [],
  cases: string[] = [],
): Contradiction => ({
  cap: to,
  within,
  all,
  none,
  cases,
  rivals: [],
})

const anyPower = 'POWER|POWER_BELOW_ONE|POWER_ABOVE_ONE'

const repeatedProduct: Criterion = {
  id: 'repeated_product',
  title: criterionTitle.repeated_product,
  description: {
    ko: '1: 시점마다 (거의) 같은 인수, 즉 같은 순환 가중치나 같은 야코비안이 반복해서 곱해진다. 0.5: 여러 번 곱해진다고만 한다.',
    en: '1: (nearly) the same factor, the same recurrent weight or Jacobian, is multiplied once for each time step. 0.5: many multiplications only.',
  },
  feedback: {
    met: {
      ko: '시점마다 같은 인수가 곱해짐을 설명했습니다.',
      en: 'You explain that the same factor is multiplied at every step.',
    },
    partial: {
      ko: '여러 번 곱해진다는 점은 썼지만, 무엇이 얼마나 자주 곱해지는지가 분명하지 않습니다.',
      en: 'You say that much is multiplied, but not clearly what, and how often.',
    },
    unmet: {
      ko: '역전파가 한 시점을 건널 때 기울기에 무엇이 일어나는지 써 보세요.',
      en: 'Say what happens to the gradient each time backpropagation crosses a step.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['MUL', 'PERSTEP|COUNT'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(1, 'sentence', ['MUL', 'SAMEF'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(1, 'sentence', [anyPower], ['FORWARD', 'DIFFW']),
    rule(1, 'sentence', ['MUL', 'RECW', 'REPEAT'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(1, 'sentence', ['MUL', 'JAC'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(
      1,
      'sentence',
      ['MUL', 'NAMEDNUM|NUM_ABOVE_ONE|NUM_BELOW_ONE', 'REPEAT|COUNT'],
      ['FORWARD', 'ADD', 'DIFFW'],
    ),
    rule(1, 'adjacent', ['MUL', 'PERSTEP', 'BACK|GRAD'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(1, 'adjacent', ['MUL', 'SAMEF', 'BACK|GRAD|DERIV'], ['FORWARD', 'ADD', 'DIFFW']),
    rule(1, 'sentence', ['SHRINK|GROW', 'PERSTEP|COUNT', 'BELOW|ABOVE|SAMEF'], ['FORWARD', 'ADD', 'EARLY']),
    rule(0.5, 'sentence', ['MUL', 'REPEAT|BACK|DERIV|GRAD|COUNT|PERSTEP|SAMEF'], ['FORWARD', 'ADD']),
    rule(0.5, 'adjacent', ['MUL', 'BACK|DERIV|GRAD'], ['FORWARD', 'ADD']),
    rule(0.5, 'sentence', ['PERSTEP|COUNT', 'SHRINK|GROW', 'GRAD|BACK'], ['FORWARD', 'ADD']),
    rule(0, 'sentence', ['PERSTEP|COUNT|SAMEF', 'SHRINK|GROW|BELOW|ABOVE|DERIV']),
    rule(0, 'sentence', ['FAST', 'SHRINK|GROW|SEQLEN']),
    rule(0, 'sentence', ['REPEAT', 'DERIV|RECW|BELOW|ABOVE']),
    rule(0, 'sentence', ['MUL']),
  ],
  contradictions: [
    cap(0.5, 'answer', ['DIFFW'], ['SAMEF']),
    // "Applied just once": no product, unless it is once for each step.
    cap(0, 'answer', ['ONCE'], ['PERSTEP', 'COUNT', '!ONCE']),
    cap(0, 'sentence', ['LEARNRATE', 'MUL']),
  ],
  examples: [
    { case: 'words', score: 1, text: '역전파 과정에서 동일한 순환 가중치가 매 시점 반복해서 곱해진다.' },
    {
      case: 'words',
      score: 1,
      text: 'The same recurrent matrix is multiplied into the gradient at every time step.',
    },
    { case: 'words', score: 0.5, text: '연쇄 법칙 때문에 미분값이 여러 번 곱해진다.' },
    { case: 'words', score: 0, text: 'The same weight is not multiplied at every step.' },
    { case: 'words', score: 0, text: '같은 가중치가 시점마다 곱해진다는 것은 틀린 설명이다.' },
    { case: 'words', score: 0, text: 'Is the same weight multiplied at every step?' },
  ],
}

const numbers = ['vanish']

const shrinkingFactor: Criterion = {
  id: 'shrinking_factor',
  title: criterionTitle.shrinking_factor,
  description: {
    ko: '1: 인수(도함수나 가중치의 크기)가 1보다 작아서 곱이 빠르게 0으로 줄어든다. 0.5: 둘 중 하나만 말한다.',
    en: '1: each factor (derivative or size of the weight) is below one, so that the product shrinks towards zero. 0.5: only one of the two.',
  },
  feedback: {
    met: {
      ko: '인수가 1보다 작아 곱이 0으로 줄어듦을 설명했습니다.',
      en: 'You explain that factors below one make the product shrink to zero.',
    },
    partial: {
      ko: '인수의 크기와 그 곱의 행방 가운데 하나가 빠져 있습니다.',
      en: 'Either the size of the factors or what becomes of their product is missing.',
    },
    unmet: {
      ko: '곱해지는 인수의 크기가 얼마이고, 그래서 곱이 어떻게 되는지 써 보세요.',
      en: 'Say how large the factors are, and what their product therefore does.',
    },
  },
  evidence: [
    rule(1, 'clause', ['BELOW', 'SHRINK|TINY'], ['FORWARD']),
    rule(1, 'sentence', ['BELOW', 'SHRINK|TINY|!REACH'], ['FORWARD']),
    rule(1, 'adjacent', ['BELOW', 'SHRINK|TINY'], ['FORWARD']),
    rule(1, 'answer', ['BELOW', 'SHRINK|TINY|FAST', `MUL|${anyPower}`]),
    rule(1, 'answer', ['BELOW', 'SHRINK|VANISH|TINY', 'DERIV|RECW|ACT'], [], numbers),
    rule(1, 'sentence', ['BELOW', 'VANISH', 'MUL|REPEAT|PERSTEP'], ['FORWARD']),
    rule(0.5, 'sentence', ['BELOW', 'DERIV|ACT|RECW|MUL'], ['FORWARD']),
    rule(0.5, 'sentence', ['SHRINK|TINY|FAST', `MUL|${anyPower}`], ['FORWARD', 'ADD']),
    rule(0.5, 'adjacent', ['SHRINK|TINY', `MUL|${anyPower}`], ['FORWARD', 'ADD']),
    rule(0.5, 'sentence', ['SATURATE', 'DERIV|GRAD'], ['FORWARD']),
    rule(0.5, 'sentence', ['SHRINK|VANISH|TINY'], ['FORWARD'], numbers),
    rule(0, 'sentence', ['SHRINK|TINY|FAST']),
    rule(0, 'sentence', ['BELOW|SATURATE']),
  ],
  contradictions: [
    cap(0, 'answer', ['WRONGWAY'], []),
    cap(0, 'answer', ['ABOVEONE'], ['LT1']),
    cap(0, 'sentence', ['LEARNRATE', 'SHRINK|MUL']),
    cap(0, 'answer', ['GROW'], ['SHRINK', 'VANISH', 'TINY']),
    cap(0, 'answer', ['SURVIVES'], ['SHRINK', 'TINY']),
  ],
  examples: [
    {
      case: 'words',
      score: 1,
      text: 'tanh의 도함수는 1보다 작으므로 계속 곱하면 지수적으로 0에 가까워진다.',
    },
    {
      case: 'words',
      score: 1,
      text: 'Each factor is below one, so the product decays exponentially to zero.',
    },
    { case: 'words', score: 0.5, text: 'tanh의 미분값이 1보다 작기 때문이다.' },
    { case: 'words', score: 0, text: 'tanh 미분이 1보다 작아서 소실된다는 것은 틀린 설명이다.' },
    { case: 'words', score: 0, text: 'The derivative of tanh is not smaller than one and nothing shrinks.' },
    { case: 'vanish', score: 0.5, text: '기울기 소실이 일어난다.' },
  ],
}

const growingFactor: Criterion = {
  id: 'growing_factor',
  title: criterionTitle.growing_factor,
  description: {
    ko: '1: 인수가 1보다 커서 곱이 지수적으로 커진다. 0.5: 둘 중 하나만 말한다.',
    en: '1: each factor is above one, so that the product grows exponentially. 0.5: only one of the two.',
  },
  feedback: {
    met: {
      ko: '인수가 1보다 커서 곱이 커짐을 설명했습니다.',
      en: 'You explain that factors above one make the product grow.',
    },
    partial: {
      ko: '인수의 크기와 그 곱의 행방 가운데 하나가 빠져 있습니다.',
      en: 'Either the size of the factors or what becomes of their product is missing.',
    },
    unmet: {
      ko: '곱해지는 인수의 크기가 얼마이고, 그래서 곱이 어떻게 되는지 써 보세요.',
      en: 'Say how large the factors are, and what their product therefore does.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['ABOVE', 'UP']),
    rule(1, 'answer', ['ABOVE', 'UP']),
    rule(1, 'sentence', ['POWER_ABOVE_ONE', 'HUGE']),
    rule(0.5, 'answer', ['UP']),
    rule(0.5, 'sentence', ['GT1', 'RECW|MUL|DERIV']),
    rule(0, 'sentence', ['ABOVE|UP|FAST']),
  ],
  contradictions: [
    cap(0, 'answer', ['SHRINK|VANISH'], ['GROW']),
    cap(0, 'answer', ['WRONGWAY']),
    cap(0, 'answer', ['SURVIVES'], ['ABOVE']),
  ],
  examples: [
    {
      case: 'explode',
      score: 1,
      text: '1보다 큰 가중치가 반복해서 곱해지므로 기울기가 기하급수적으로 커진다.',
    },
    {
      case: 'explode',
      score: 1,
      text: 'It explodes: 1.5 is greater than one, so the product grows exponentially.',
    },
    { case: 'explode', score: 0.5, text: 'The gradient explodes.' },
    { case: 'explode', score: 0, text: '기울기가 소실된다.' },
  ],
}

const steadyFactor: Criterion = {
  id: 'steady_factor',
  title: criterionTitle.steady_factor,
  description: {
    ko: '1: 인수가 1에 가까워서 곱이 사라지지도 폭발하지도 않고 크기가 대체로 유지된다. 0.5: 둘 중 하나만 말한다.',
    en: '1: each factor is near one, so that the product neither vanishes nor explodes. 0.5: only one of the two.',
  },
  feedback: {
    met: {
      ko: '인수가 1에 가까워 크기가 유지됨을 설명했습니다.',
      en: 'You explain that factors near one keep the size.',
    },
    partial: {
      ko: '인수의 크기나 그 결론 가운데 하나가 빠져 있습니다.',
      en: 'Either the size of the factors or the conclusion is missing.',
    },
    unmet: {
      ko: '인수가 1에서 얼마나 떨어져 있는지, 그래서 곱이 어떻게 되는지 써 보세요.',
      en: 'Say how far the factors are from one, and what their product therefore does.',
    },
  },
  evidence: [
    rule(1, 'answer', [
      'STEADY|NOCHANGE|!VANISH|!GROW',
      'STEADY|IS_ONE|NAMEDNUM|NUM_BELOW_ONE|NUM_ABOVE_ONE|POWER_BELOW_ONE|POWER_ABOVE_ONE',
      'RECW|DERIV|MUL',
    ]),
    rule(1, 'answer', ['!VANISH|!SHRINK', '!GROW', 'STEADY|IS_ONE']),
    rule(0.5, 'answer', ['STEADY|NOCHANGE']),
    rule(0.5, 'sentence', ['!VANISH|!SHRINK', '!GROW']),
  ],
  contradictions: [cap(0, 'answer', ['VANISH|GROW'], ['STEADY', '!VANISH', '!GROW', 'NOCHANGE'])],
  examples: [
    {
      case: 'steady',
      score: 1,
      text: 'The factor 0.97 is close to one, so the product neither vanishes nor explodes; the gradient keeps about the same size.',
    },
    {
      case: 'steady',
      score: 1,
      text: '가중치가 1에 가까우므로 여러 번 곱해도 기울기의 크기가 대체로 유지된다.',
    },
    { case: 'steady', score: 0, text: '기울기가 소실된다.' },
  ],
}

const undeterminedFactor: Criterion = {
  id: 'undetermined_factor',
  title: criterionTitle.undetermined_factor,
  description: {
    ko: '1: 인수의 상한이 1보다 크지만 포화되면 실제 인수는 더 작을 수 있으므로, 주어진 수만으로는 정해지지 않는다. 0.5: 정해지지 않는다고만 하거나 한쪽만 말한다.',
    en: '1: the bound on a factor exceeds one, but saturation can make the factor smaller, so the numbers do not decide. 0.5: only the conclusion or only one side.',
  },
  feedback: {
    met: {
      ko: '상한만으로는 정해지지 않음을 설명했습니다.',
      en: 'You explain that the bound alone does not decide.',
    },
    partial: {
      ko: '왜 정해지지 않는지, 또는 상한이 얼마인지가 빠져 있습니다.',
      en: 'Why it is undecided, or how large the bound is, is missing.',
    },
    unmet: {
      ko: '상한이 1보다 클 때 실제 인수가 얼마일 수 있는지 생각해 보세요.',
      en: 'Think about which values the actual factor can take when its bound exceeds one.',
    },
  },
  evidence: [
    rule(1, 'answer', ['UNDETERMINED', 'SATURATE|ABOVE|BELOW']),
    rule(1, 'answer', ['SATURATE', 'ABOVE', 'GROW', 'SHRINK|VANISH']),
    rule(0.5, 'answer', ['UNDETERMINED']),
    rule(0.5, 'answer', ['ABOVE', 'GROW']),
    rule(0.5, 'answer', ['SATURATE', 'SHRINK|VANISH']),
  ],
  contradictions: [],
  examples: [
    {
      case: 'undetermined',
      score: 1,
      text: '상한이 1보다 크지만 포화되면 도함수가 작아지므로 소실될지 폭발할지 정해지지 않는다.',
    },
    {
      case: 'undetermined',
      score: 1,
      text: 'The bound is above one, but units may saturate, so it cannot be determined from the numbers.',
    },
    { case: 'undetermined', score: 0, text: 'I do not know.' },
  ],
}

const depthInTime: Criterion = {
  id: 'depth_in_time',
  title: criterionTitle.depth_in_time,
  description: {
    ko: '1: 시간 축으로 펼치면 은닉층이 하나라도 시퀀스 길이만큼 깊은 망과 같다. 0.5: 지나가며 언급하거나 층수가 상관없다고만 한다.',
    en: '1: unrolled in time, one hidden layer is a network as deep as the sequence is long. 0.5: in passing, or only that the number of layers does not matter.',
  },
  feedback: {
    met: { ko: '시간 방향의 깊이를 설명했습니다.', en: 'You explain the depth in time.' },
    partial: {
      ko: '시퀀스의 길이와 깊이의 관계를 더 분명히 써 보세요.',
      en: 'Make the relation between the length of the sequence and depth clearer.',
    },
    unmet: {
      ko: '은닉층이 하나인데도 왜 깊은 망처럼 행동하는지 써 보세요.',
      en: 'Say why one hidden layer still behaves like a deep network.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['DEPTHTIME']),
    rule(1, 'sentence', ['UNROLL', 'DEEP|LAYERS']),
    rule(1, 'adjacent', ['UNROLL', 'DEEP|LAYERS']),
    rule(1, 'sentence', ['DEEP|LAYERS', 'SEQLEN', 'TIME|SAMEF|REPEAT|EVENIF']),
    rule(1, 'clause', ['DEEP|LAYERS', 'SEQLEN'], ['MANYLAYERS']),
    rule(
      1,
      'sentence',
      ['DEEP|LAYERS', 'TIME|SEQLEN|PERSTEP', 'ONELAYER|EVENIF|LAYERCOUNT|UNROLL'],
      ['MANYLAYERS'],
    ),
    rule(1, 'sentence', ['EVENIF', 'DEEP|LAYERS'], ['MANYLAYERS']),
    rule(1, 'sentence', ['UNROLL', 'LAYERWORD', 'SEQLEN|COUNT|PERSTEP']),
    rule(1, 'sentence', ['PATH', 'SEQLEN|PERSTEP|COUNT', 'LAYERCOUNT|ONELAYER|EVENIF'], ['MANYLAYERS']),
    rule(1, 'sentence', ['ONELAYER|LAYERCOUNT|EVENIF', 'PASS', 'COUNT|PERSTEP'], ['MANYLAYERS', 'MUL']),
    rule(1, 'sentence', ['LAYERS', 'TIME|SEQLEN|REPEAT']),
    rule(1, 'sentence', ['LAYERCOUNT|ONELAYER', 'NOMATTER', 'SEQLEN|PERSTEP|REPEAT'], ['MANYLAYERS']),
    rule(1, 'sentence', ['ONELAYER|LAYERWORD', 'COUNT', 'SAMEF|REPEAT|TIME'], ['VANISH']),
    rule(0.5, 'sentence', ['LAYERCOUNT|ONELAYER', 'NOMATTER'], ['MANYLAYERS']),
    rule(0.5, 'sentence', ['DEEP', 'TIME|SEQLEN']),
    rule(0.5, 'sentence', ['EVENIF', 'REPEAT|COUNT|PERSTEP|SAMEF', 'ONELAYER|LAYERWORD']),
    rule(0.5, 'sentence', ['UNROLL', 'TIME|SEQLEN|PERSTEP'], ['!DEEP', '!DEPTHTIME']),
    rule(0.5, 'sentence', ['PATH', 'SEQLEN|COUNT'], ['MUL']),
    rule(0.5, 'sentence', ['DEEP', 'UNROLL']),
    rule(0.5, 'sentence', ['LAYERS'], ['MANYLAYERS', 'DIFFW']),
    rule(0, 'sentence', ['DEEP|LAYERS|UNROLL']),
    rule(0, 'sentence', ['LAYERCOUNT|ONELAYER|LAYERWORD', 'SEQLEN|TIME', 'PASS|REPEAT|PATH|COUNT|NOMATTER']),
  ],
  contradictions: [
    cap(0, 'answer', ['MANYLAYERS'], ['UNROLL', 'DEPTHTIME']),
    cap(0, 'clause', ['SEQLEN', 'NOMATTER'], ['LAYERCOUNT', 'ONELAYER', 'LAYERWORD']),
    cap(0, 'clause', ['UNROLL', '!DEEP|!LAYERS|!DEPTHTIME'], ['NOMATTER']),
  ],
  examples: [
    {
      case: 'words',
      score: 1,
      text: '은닉층이 하나라도 시간 축으로 펼치면 시퀀스 길이만큼 깊은 신경망이 된다.',
    },
    {
      case: 'words',
      score: 1,
      text: 'Unrolled through time, a single layer becomes a network as deep as the sequence is long.',
    },
    { case: 'words', score: 0, text: 'Unrolling does not turn the sequence into depth.' },
    { case: 'words', score: 0, text: '은닉층이 하나라도 시퀀스가 길면 기울기가 소실된다.' },
  ],
}

const longTermEffect: Criterion = {
  id: 'long_term_effect',
  title: criterionTitle.long_term_effect,
  description: {
    ko: '1: 앞쪽 입력이 뒤쪽 출력(손실)에 영향을 주거나 거기서 학습되지 못한다, 장기 의존성을 배우기 어렵다. 0.5: 학습이 나빠진다고만 한다.',
    en: '1: early inputs do not influence or learn from late outputs; long-term dependencies are hard to learn. 0.5: only that training gets worse.',
  },
  feedback: {
    met: {
      ko: '먼 과거를 배우지 못하는 결과를 설명했습니다.',
      en: 'You explain that what is far back is not learned.',
    },
    partial: {
      ko: '무엇을 배우지 못하게 되는지 더 분명히 써 보세요.',
      en: 'Say more clearly what is then not learned.',
    },
    unmet: {
      ko: '그 결과 네트워크가 무엇을 배우지 못하는지 써 보세요.',
      en: 'Say what the network then fails to learn.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['LONGDEP', '!LEARN|HARD|!REACH|FORGET|SHRINK']),
    rule(1, 'clause', ['EARLY', '!LEARN|FORGET'], ['GATED']),
    rule(1, 'sentence', ['EARLY', 'LEARN|INFO', 'NOCHANGE|!NOMATTER']),
    rule(1, 'sentence', ['EARLY', '!LEARN|FORGET']),
    rule(1, 'sentence', ['RECENTONLY', 'LEARN|GRAD|REACH|UPDATE|INFO|!LEARN']),
    rule(1, 'sentence', ['EARLY', 'INFO', '!REACH|SHRINK'], ['GRAD']),
    rule(0.5, 'sentence', ['LONGDEP'], ['!HARD']),
    rule(0.5, 'sentence', ['EARLY', 'INFO', '!REACH|SHRINK']),
    rule(0.5, 'sentence', ['PERF']),
    rule(0.5, 'sentence', ['RECENTONLY']),
    rule(0, 'sentence', ['EARLY', 'LEARN|INFO|REACH']),
    rule(0, 'sentence', ['!LEARN']),
    rule(0, 'sentence', ['FORGET']),
  ],
  contradictions: [],
  examples: [
    { case: 'words', score: 1, text: '앞쪽 시점의 입력이 거의 학습되지 않아 장기 의존성을 배우기 어렵다.' },
    {
      case: 'words',
      score: 1,
      text: 'Early inputs hardly influence the weights, so long-term dependencies cannot be learned.',
    },
    { case: 'words', score: 0, text: 'Long-term dependencies are not hard to learn.' },
    { case: 'words', score: 0, text: 'Early inputs have no trouble influencing late losses.' },
  ],
}

const gatedRemedy: Criterion = {
  id: 'gated_remedy',
  title: criterionTitle.gated_remedy,
  description: {
    ko: '1: LSTM이나 GRU(게이트, 셀 상태)가 완화한다고 쓴다. 0.5: 설명만 하거나 다른 실제 대책(ReLU, 초기화, 스킵 연결, 어텐션, 절단 BPTT)만 쓴다.',
    en: '1: names LSTM or GRU (gates, cell state) as what mitigates it. 0.5: describes them only, or names only another real remedy.',
  },
  feedback: {
    met: { ko: '게이트를 둔 구조가 도움이 됨을 썼습니다.', en: 'You name gated units as what helps.' },
    partial: {
      ko: '대책과 그것이 왜 도움이 되는지를 더 분명히 써 보세요.',
      en: 'Say more clearly what helps, and that it does.',
    },
    unmet: {
      ko: '이 문제를 덜기 위해 만들어진 순환 구조를 떠올려 보세요.',
      en: 'Think of the recurrent units that were designed against this problem.',
    },
  },
  evidence: [
    rule(1, 'clause', ['GATED', 'MITIGATE'], ['GATEWORSE', '!MITIGATE']),
    rule(1, 'sentence', ['GATED', 'MITIGATE'], ['GATEWORSE', '!MITIGATE']),
    rule(0.5, 'sentence', ['GATED'], ['GATEWORSE', '!MITIGATE', '!GATED']),
    rule(0.5, 'sentence', ['OTHERFIX', 'MITIGATE'], ['CLIP', 'GATEWORSE']),
    rule(0.5, 'adjacent', ['OTHERFIX', 'MITIGATE', 'VANISH|SHRINK|GRAD'], ['CLIP']),
    rule(0, 'sentence', ['OTHERFIX']),
  ],
  contradictions: [cap(0, 'sentence', ['GATED', 'GATEWORSE'])],
  examples: [
    { case: 'words', score: 1, text: 'LSTM이나 GRU의 게이트가 이를 완화한다.' },
    { case: 'words', score: 1, text: 'LSTM or GRU cells mitigate this with gates.' },
    { case: 'words', score: 0, text: 'LSTM and GRU do nothing about it.' },
    { case: 'words', score: 0, text: 'Gradient clipping solves the vanishing gradient.' },
    { case: 'words', score: 0.5, text: 'Using ReLU instead helps against it.' },
  ],
}

const explosionEffect: Criterion = {
  id: 'explosion_effect',
  title: criterionTitle.explosion_effect,
  description: {
    ko: '1: 갱신이 지나치게 커져 학습이 불안정하거나 발산하고 오버플로나 NaN이 난다. 0.5: 학습이 잘 안 된다고만 한다.',
    en: '1: updates become huge, training is unstable or diverges, overflow or NaN. 0.5: only that training does not work well.',
  },
  feedback: {
    met: {
      ko: '학습이 불안정해지는 결과를 설명했습니다.',
      en: 'You explain that training becomes unstable.',
    },
    partial: {
      ko: '학습이 어떻게 잘못되는지 더 분명히 써 보세요.',
      en: 'Say more clearly how training goes wrong.',
    },
    unmet: {
      ko: '그런 기울기로 가중치를 갱신하면 어떻게 되는지 써 보세요.',
      en: 'Say what an update with such a gradient does.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['UNSTABLE']),
    rule(1, 'sentence', ['UPDATE', 'BIG|GROW']),
    rule(1, 'sentence', ['!SHRINK', 'LEARN|GRAD']),
    rule(1, 'sentence', ['!STEADY', 'LEARN']),
    rule(0.5, 'sentence', ['PERF']),
    rule(0.5, 'sentence', ['!LEARN', 'GRAD|UP']),
    rule(0, 'sentence', ['!LEARN|HARD|UPDATE']),
  ],
  // What follows from a gradient that shrinks is another effect.
  contradictions: [cap(0, 'answer', ['SHRINK|VANISH'], ['GROW', 'UNSTABLE', 'BIG'])],
  examples: [
    { case: 'explode', score: 1, text: '가중치 갱신이 너무 커져 학습이 불안정해지고 NaN이 나온다.' },
    { case: 'explode', score: 1, text: 'Updates become huge and training diverges.' },
    { case: 'explode', score: 0, text: 'The gradient explodes.' },
  ],
}

const clippingRemedy: Criterion = {
  id: 'clipping_remedy',
  title: criterionTitle.clipping_remedy,
  description: {
    ko: '1: 기울기 클리핑(노름 제한)을 쓴다. 0.5: 다른 실제 대책(작은 초기화, 정규화, 작은 학습률, LSTM/GRU, 절단 BPTT)만 쓴다.',
    en: '1: names gradient clipping (norm rescaling). 0.5: only another real remedy (smaller initialisation, regularisation, lower learning rate, LSTM/GRU, truncated BPTT).',
  },
  feedback: {
    met: { ko: '기울기 클리핑을 썼습니다.', en: 'You name gradient clipping.' },
    partial: {
      ko: '기울기의 크기 자체를 다루는 더 직접적인 대책이 있습니다.',
      en: 'There is a remedy that acts on the size of the gradient itself.',
    },
    unmet: {
      ko: '너무 큰 기울기를 다루는 방법을 떠올려 보세요.',
      en: 'Think of what is done with gradients that are too large.',
    },
  },
  evidence: [
    rule(1, 'sentence', ['CLIP']),
    rule(0.5, 'sentence', ['EXPLODEFIX', 'MITIGATE|CLIP']),
    rule(0, 'sentence', ['EXPLODEFIX']),
  ],
  contradictions: [
    cap(0, 'sentence', ['CLIP', 'GATEWORSE']),
    cap(0, 'answer', ['SHRINK|VANISH'], ['GROW', 'UNSTABLE', 'BIG', 'CLIP']),
  ],
  examples: [
    { case: 'explode', score: 1, text: '그래디언트 클리핑을 사용해야 한다.' },
    { case: 'explode', score: 1, text: 'So the gradient has to be clipped.' },
    { case: 'explode', score: 0.5, text: 'A smaller initialisation of the weights would help, so use it.' },
  ],
}

export const criteria: Criterion[] = [
  repeatedProduct,
  shrinkingFactor,
  growingFactor,
  steadyFactor,
  undeterminedFactor,
  depthInTime,
  longTermEffect,
  explosionEffect,
  gatedRemedy,
  clippingRemedy,
]
