import type { Example } from '@/lib/question/contract'
import { convolutionLayer } from './default-question'

const hint = { ko: '식이나 수로 쓰세요.', en: 'Write an expression or a number.' }
const decimals = { ko: '소수 셋째 자리까지 쓰세요.', en: 'Give three decimals.' }
const count = { ko: '파라미터 수', en: 'Number of parameters' }
const words = (ko: string, en: string) => ({ ko, en })

/** Gates that a recurrent cell repeats its weights for; biases: of one bias vector a gate. */
const recurrent = (id: string, name: string, gates: number): Example => ({
  id,
  title: words(`${name}의 파라미터 수`, `Parameters of an ${name} layer`),
  settings: {
    statement: words(
      `입력이 {{inputs}}차원이고 은닉 상태가 {{units}}차원인 ${name} 층이 있다. 게이트(또는 후보)마다 입력 가중치, 순환 가중치, 편향 벡터가 하나씩 있다. 이 층이 학습하는 파라미터는 모두 몇 개인가?`,
      `An ${name} layer has {{inputs}}-dimensional inputs and {{units}} hidden units. Each gate (or candidate) has input weights, recurrent weights and one bias vector. How many parameters does the layer learn?`,
    ),
    variables: [
      { name: 'inputs', from: 'values', values: [8, 12, 20, 24] },
      { name: 'units', from: 'values', values: [10, 16, 30, 32] },
    ],
    parts: [
      { id: 'total', label: count, hint, key: `${gates}*(units*inputs + units*units + units)`, points: 2 },
    ],
    mistakes: [
      {
        id: 'biases-missing',
        part: 'total',
        formula: `${gates}*(units*inputs + units*units)`,
        credit: 0.5,
        title: words('편향을 빠뜨림', 'Biases missing'),
        feedback: words('편향 벡터를 빠뜨렸습니다.', 'The bias vectors are left out.'),
      },
      {
        id: 'recurrence-missing',
        part: 'total',
        formula: `${gates}*(units*inputs + units)`,
        credit: 0.25,
        title: words('순환 가중치를 빠뜨림', 'Recurrent weights missing'),
        feedback: words(
          '은닉 상태에서 오는 가중치를 빠뜨렸습니다.',
          'The weights from the hidden state are left out.',
        ),
      },
      ...(gates === 1
        ? []
        : [
            {
              id: 'one-gate',
              part: 'total',
              formula: 'units*inputs + units*units + units',
              credit: 0.25,
              title: words('게이트를 하나만 셈', 'One gate only'),
              feedback: words(
                `게이트와 후보를 합하여 ${gates}벌입니다.`,
                `There are ${gates} of them with the candidate.`,
              ),
            },
          ]),
    ],
    solution: words(
      `${gates} · ({{units}}·{{inputs}} + {{units}}·{{units}} + {{units}}) = {{total}}`,
      `${gates} · ({{units}}·{{inputs}} + {{units}}·{{units}} + {{units}}) = {{total}}`,
    ),
  },
})

/** Questions that ship with the type; each is certified and checked against a computation of its own by the tests. */
export const readyMade: readonly Example[] = [
  {
    id: 'cnn-parameters',
    title: words('합성곱 층의 파라미터 수', 'Parameters of a convolutional layer'),
    settings: convolutionLayer,
  },
  {
    id: 'max-pooling',
    title: words('최대 풀링의 출력 크기', 'Output size of max pooling'),
    settings: {
      statement: words(
        '크기가 {{n}}×{{n}}인 특징맵에 창 {{k}}×{{k}}, 스트라이드 {{s}}인 최대 풀링을 패딩 없이 적용한다. 출력의 한 변은 얼마인가? 들어맞지 않는 마지막 창은 버린다.',
        'Max pooling with a {{k}}×{{k}} window and stride {{s}} is applied to a {{n}}×{{n}} feature map without padding. How long is a side of the output? A last window that does not fit is dropped.',
      ),
      variables: [
        { name: 'n', from: 'range', min: 20, max: 64, step: 2 },
        { name: 'k', from: 'values', values: [2, 3, 4] },
        { name: 's', from: 'values', values: [2, 3] },
      ],
      parts: [
        {
          id: 'side',
          label: words('출력의 한 변', 'Side of the output'),
          hint,
          key: 'floor((n - k)/s) + 1',
          points: 1,
        },
      ],
      mistakes: [
        {
          id: 'plus-one-forgotten',
          part: 'side',
          formula: 'floor((n - k)/s)',
          credit: 0.5,
          title: words('마지막 1을 빠뜨림', 'Forgotten + 1'),
          feedback: words('처음 위치의 창도 셉니다.', 'The window at the first place counts too.'),
        },
        {
          id: 'stride-ignored',
          part: 'side',
          formula: 'n - k + 1',
          credit: 0.25,
          title: words('스트라이드를 빠뜨림', 'Stride ignored'),
          feedback: words('창은 한 번에 스트라이드만큼 움직입니다.', 'The window moves by the stride.'),
        },
      ],
      solution: words('⌊({{n}} − {{k}})/{{s}}⌋ + 1 = {{side}}', '⌊({{n}} − {{k}})/{{s}}⌋ + 1 = {{side}}'),
    },
  },
  {
    id: 'receptive-field',
    title: words('합성곱을 쌓은 수용 영역', 'Receptive field of a stack'),
    settings: {
      statement: words(
        '커널 {{k1}}×{{k1}}(스트라이드 {{s1}}), 그다음 커널 {{k2}}×{{k2}}(스트라이드 1)인 합성곱 층 두 개를 쌓았다. 출력의 한 칸이 보는 입력 영역의 한 변은 얼마인가?',
        'Two convolutional layers are stacked: kernel {{k1}}×{{k1}} with stride {{s1}}, then kernel {{k2}}×{{k2}} with stride 1. How long is a side of the input region that one output value sees?',
      ),
      variables: [
        { name: 'k1', from: 'values', values: [3, 5, 7] },
        { name: 's1', from: 'values', values: [2, 3] },
        { name: 'k2', from: 'values', values: [3, 5, 7] },
      ],
      constraints: ['k1*k2 != k1 + (k2 - 1)*s1', 'k1*k2 != k1 + k2 - 1'],
      parts: [
        {
          id: 'field',
          label: words('수용 영역의 한 변', 'Side of the receptive field'),
          hint,
          key: 'k1 + (k2 - 1)*s1',
          points: 2,
        },
      ],
      mistakes: [
        {
          id: 'stride-ignored',
          part: 'field',
          formula: 'k1 + k2 - 1',
          credit: 0.5,
          title: words('스트라이드를 빠뜨림', 'Stride ignored'),
          feedback: words(
            '둘째 층의 한 칸은 입력에서 스트라이드만큼 떨어져 있습니다.',
            'Neighbours of the second layer lie a stride apart in the input.',
          ),
        },
        {
          id: 'sizes-multiplied',
          part: 'field',
          formula: 'k1*k2',
          credit: 0,
          title: words('크기를 곱함', 'Sizes multiplied'),
          feedback: words('커널의 크기를 곱하지 않습니다.', 'The kernel sizes are not multiplied.'),
        },
      ],
      solution: words('{{k1}} + ({{k2}} − 1)·{{s1}} = {{field}}', '{{k1}} + ({{k2}} − 1)·{{s1}} = {{field}}'),
    },
  },
  recurrent('rnn-parameters', 'RNN', 1),
  recurrent('gru-parameters', 'GRU', 3),
  recurrent('lstm-parameters', 'LSTM', 4),
  {
    id: 'softmax-cross-entropy',
    title: words('소프트맥스와 교차 엔트로피', 'Softmax and cross-entropy'),
    settings: {
      statement: words(
        '로짓이 ({{a}}, {{b}}, {{c}})이고 정답은 첫 번째 클래스이다. 소프트맥스를 거친 첫 번째 클래스의 확률과 교차 엔트로피 손실(자연로그)을 구하시오.',
        'The logits are ({{a}}, {{b}}, {{c}}) and the first class is right. Find the softmax probability of the first class and the cross-entropy loss (natural logarithm).',
      ),
      variables: [
        { name: 'a', from: 'values', values: [1, 2, 3] },
        { name: 'b', from: 'values', values: [0, 0.5, 1.5] },
        { name: 'c', from: 'values', values: [-1, -0.5, -2] },
      ],
      parts: [
        {
          id: 'probability',
          label: words('첫 번째 클래스의 확률', 'Probability of the first class'),
          hint: decimals,
          key: 'exp(a)/(exp(a) + exp(b) + exp(c))',
          tolerance: 0.005,
          points: 1,
        },
        {
          id: 'loss',
          label: words('손실', 'Loss'),
          hint: decimals,
          key: '-log(probability)',
          tolerance: 0.02,
          points: 1,
        },
      ],
      mistakes: [
        {
          id: 'itself-missing',
          part: 'probability',
          formula: 'exp(a)/(exp(b) + exp(c))',
          credit: 0.25,
          title: words('분모에서 자신을 빠뜨림', 'Itself missing below'),
          feedback: words('분모에는 모든 클래스가 들어갑니다.', 'All classes stand in the denominator.'),
        },
      ],
      solution: words(
        'p = e^{{a}} / (e^{{a}} + e^{{b}} + e^{{c}}) ≈ {{probability}}, 손실 = −ln p ≈ {{loss}}',
        'p = e^{{a}} / (e^{{a}} + e^{{b}} + e^{{c}}) ≈ {{probability}}, loss = −ln p ≈ {{loss}}',
      ),
      effortSpread: 2,
    },
  },
  {
    id: 'gradient-step',
    title: words('경사 하강법 한 단계', 'One step of gradient descent'),
    settings: {
      statement: words(
        '손실이 L(w) = (w·{{x}} − {{y}})²이고 w = {{w}}, 학습률은 {{rate}}이다. 기울기 dL/dw와 한 단계 뒤의 w를 구하시오.',
        'The loss is L(w) = (w·{{x}} − {{y}})² with w = {{w}} and learning rate {{rate}}. Find the gradient dL/dw, and w after one step.',
      ),
      variables: [
        { name: 'x', from: 'values', values: [2, 3, 4] },
        { name: 'y', from: 'values', values: [1, 5, 7] },
        { name: 'w', from: 'values', values: [-1, 0.5, 3] },
        { name: 'rate', from: 'values', values: [0.1, 0.01] },
      ],
      constraints: ['w*x != y', '2*(w*x - y)*x != w', 'w*x - y != w'],
      parts: [
        { id: 'gradient', label: words('기울기', 'Gradient'), hint, key: '2*(w*x - y)*x', points: 1 },
        { id: 'next', label: words('다음 w', 'Next w'), hint, key: 'w - rate*gradient', points: 1 },
      ],
      mistakes: [
        {
          id: 'inner-derivative-missing',
          part: 'gradient',
          formula: '2*(w*x - y)',
          credit: 0.5,
          title: words('속미분을 빠뜨림', 'Inner derivative missing'),
          feedback: words('연쇄 법칙에서 x를 곱해야 합니다.', 'The chain rule brings a factor x.'),
        },
        {
          id: 'uphill',
          part: 'next',
          formula: 'w + rate*gradient',
          credit: 0.25,
          title: words('오르막으로 감', 'Uphill'),
          feedback: words('기울기의 반대쪽으로 갑니다.', 'Step against the gradient.'),
        },
      ],
      solution: words(
        'dL/dw = 2·({{w}}·{{x}} − {{y}})·{{x}} = {{gradient}}, 다음 w = {{w}} − {{rate}}·({{gradient}}) = {{next}}',
        'dL/dw = 2·({{w}}·{{x}} − {{y}})·{{x}} = {{gradient}}, next w = {{w}} − {{rate}}·({{gradient}}) = {{next}}',
      ),
      effortSpread: 2,
    },
  },
]
