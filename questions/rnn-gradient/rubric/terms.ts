import { forms } from './forms'

/** Korean terms recognised with one wrong letter or typed on Latin keys; no ordinary word is that near to any of them. */
export const terms = forms(
  '시그모이드|그래디언트|그라디언트|타임스텝|은닉층|역전파|시퀀스|가중치|활성화함수|도함수|미분값|장기의존|하이퍼볼릭|네트워크|신경망|지수적|기하급수|반복적|반복해서|곱해지|곱해져|작아지|작아져|사라지|커지므로|펼치면|학습되지|클리핑|게이트|거듭제곱',
)
