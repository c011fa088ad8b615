/**
 * What students write about the vanishing gradient, point by point: said well, said by halves, and said wrongly or
 * so that only a person can tell. Each list holds ways of saying the same.
 */
interface Sayings {
  readonly well: readonly string[]
  readonly halfway: readonly string[]
  readonly badly: readonly string[]
}

const ko: readonly Sayings[] = [
  {
    well: [
      '역전파할 때 시점을 하나 거슬러 갈 때마다 같은 순환 가중치가 반복해서 곱해진다.',
      'BPTT에서는 매 시점마다 동일한 W가 계속 곱해지는 구조이다.',
      '기울기가 과거로 전달되면서 각 시점에서 같은 가중치 행렬이 거듭 곱해집니다.',
      '연쇄 법칙 때문에 시간 단계의 수만큼 똑같은 순환 가중치를 곱하게 된다.',
    ],
    halfway: ['값들이 여러 번 곱해진다.', '미분이 계속 곱해지는 형태가 된다.'],
    badly: [
      '가중치들이 시점마다 더해지기 때문이다.',
      '시점마다 서로 다른 가중치를 쓰기 때문에 서로 상쇄된다.',
    ],
  },
  {
    well: [
      '활성화 함수의 도함수가 1보다 작으므로 이 곱은 지수적으로 0에 가까워진다.',
      '한 시점의 인수가 1보다 작아서 곱할수록 기울기가 기하급수적으로 작아진다.',
      '도함수와 가중치를 곱한 값이 1보다 작기 때문에 시점이 멀어질수록 기울기가 급격히 줄어든다.',
    ],
    halfway: ['그래서 기울기가 점점 작아진다.', '활성화 함수의 도함수가 작은 편이다.'],
    badly: [
      '활성화 함수의 출력이 0과 1 사이라서 입력이 작아진다.',
      '학습률이 너무 작아서 기울기가 사라진다.',
      '뭔가 1보다 작은 게 있어서 그런 것 같다.',
    ],
  },
  {
    well: [
      '은닉층이 하나라도 시간 축으로 펼치면 시퀀스 길이만큼 깊은 신경망과 같다.',
      '시간 방향으로 펼쳐 보면 시점 수만큼 층이 쌓인 깊은 네트워크가 된다.',
    ],
    halfway: ['시퀀스가 길면 깊은 네트워크와 비슷하다.'],
    badly: ['은닉층이 하나이므로 네트워크의 깊이는 1이다.', '시퀀스가 길면 파라미터 수가 늘어난다.'],
  },
  {
    well: [
      '그 결과 앞쪽 시점의 정보가 학습에 반영되지 못해 장기 의존성을 배우기 어렵다.',
      '따라서 먼 과거의 입력이 뒤의 손실로부터 학습되지 않는다.',
    ],
    halfway: ['그래서 학습이 잘 안 된다.', '예전 내용을 잊어버린다.'],
    badly: ['그래서 과적합이 일어난다.', '그래서 최근 입력을 배우지 못한다.'],
  },
  {
    well: [
      'LSTM이나 GRU는 게이트로 셀 상태의 흐름을 조절하여 이 문제를 완화한다.',
      '이를 줄이려고 게이트 구조를 가진 LSTM을 사용한다.',
    ],
    halfway: ['LSTM을 쓰면 된다.', '게이트가 있으면 나아진다.'],
    badly: ['배치 크기를 키우면 해결된다.', '에포크를 늘리면 해결된다.'],
  },
]

const en: readonly Sayings[] = [
  {
    well: [
      'Going back through time, the same recurrent weight is multiplied at every time step.',
      'In BPTT each step multiplies the gradient by the same matrix W again.',
      'By the chain rule the identical recurrent weight is multiplied once for each step.',
    ],
    halfway: ['Many terms are multiplied.', 'The derivatives get multiplied a lot.'],
    badly: ['The weights are added up over the steps.', 'Each step has different weights that cancel out.'],
  },
  {
    well: [
      'Since the derivative of the activation is below one, the product shrinks exponentially towards zero.',
      'The factor of each step is smaller than one, so the gradient decays exponentially with the distance.',
    ],
    halfway: ['So the gradient gets smaller.', 'The derivative is rather small.'],
    badly: [
      'The learning rate is too small, so the gradient disappears.',
      'Something in there is less than one, I think.',
    ],
  },
  {
    well: ['Unrolled in time, one hidden layer is a network as deep as the sequence is long.'],
    halfway: ['A long sequence is like a deep network.'],
    badly: ['There is only one hidden layer, so the network is not deep.'],
  },
  {
    well: [
      'As a result early inputs have no influence on learning and long-term dependencies are hard to learn.',
      'Therefore the network cannot learn from inputs far back in time.',
    ],
    halfway: ['So training does not work well.', 'It forgets older things.'],
    badly: ['So the model overfits.'],
  },
  {
    well: ['LSTM and GRU mitigate this with gates that control the cell state.'],
    halfway: ['An LSTM can be used.'],
    badly: ['A larger batch size solves it.'],
  },
]

/** By language, then point by point in the order in which most people write. */
export const sentences: Readonly<Record<'ko' | 'en', readonly Sayings[]>> = { ko, en }

/** Answers of students who have nothing to say. */
export const excuses: Readonly<Record<'ko' | 'en', readonly string[]>> = {
  ko: ['모르겠습니다.', '시간이 부족했습니다.', '기울기 소실 때문이다.'],
  en: ['I do not know.', 'Because of the vanishing gradient.'],
}
