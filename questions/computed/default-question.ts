/** What a new question starts from: how many parameters a convolutional layer has. */
export const convolutionLayer = {
  statement: {
    ko: '크기가 {{k}} × {{k}}인 커널 {{filters}}개로 이루어진 합성곱 층의 입력 채널은 {{channels}}개이고, 커널마다 편향이 하나씩 있다. 이 층이 학습하는 파라미터는 모두 몇 개인가?',
    en: 'A convolutional layer has {{filters}} kernels of size {{k}} × {{k}} over {{channels}} input channels, each kernel with one bias. How many parameters does the layer learn?',
  },
  variables: [
    { name: 'k', from: 'values', values: [3, 5, 7] },
    { name: 'channels', from: 'values', values: [3, 6, 12, 16] },
    { name: 'filters', from: 'values', values: [8, 10, 20, 32] },
  ],
  parts: [
    {
      id: 'total',
      label: { ko: '파라미터 수', en: 'Number of parameters' },
      hint: { ko: '식이나 수로 쓰세요.', en: 'Write an expression or a number.' },
      key: '(k*k*channels + 1)*filters',
      points: 2,
    },
  ],
  mistakes: [
    {
      id: 'biases-missing',
      part: 'total',
      formula: 'k*k*channels*filters',
      credit: 0.5,
      title: { ko: '편향을 빠뜨림', en: 'Biases missing' },
      feedback: {
        ko: '가중치만 세었습니다. 커널마다 편향이 하나씩 있습니다.',
        en: 'Only the weights are counted. Each kernel has a bias too.',
      },
    },
    {
      id: 'channels-missing',
      part: 'total',
      formula: '(k*k + 1)*filters',
      credit: 0.25,
      title: { ko: '입력 채널을 빠뜨림', en: 'Input channels missing' },
      feedback: {
        ko: '커널은 모든 입력 채널에 걸쳐 있습니다.',
        en: 'A kernel reaches over all input channels.',
      },
    },
    {
      id: 'bias-per-channel',
      part: 'total',
      formula: '(k*k + 1)*channels*filters',
      credit: 0.25,
      title: { ko: '채널마다 편향을 셈', en: 'A bias for each channel' },
      feedback: {
        ko: '편향은 커널마다 하나이며 입력 채널마다 있지 않습니다.',
        en: 'There is one bias for each kernel, not for each input channel.',
      },
    },
  ],
  solution: {
    ko: '커널 하나의 가중치는 {{k}}·{{k}}·{{channels}}개이고 편향이 1개입니다. 커널이 {{filters}}개이므로 모두 ({{k}}·{{k}}·{{channels}} + 1)·{{filters}} = {{total}}개입니다.',
    en: 'A kernel has {{k}}·{{k}}·{{channels}} weights and 1 bias; with {{filters}} kernels that makes ({{k}}·{{k}}·{{channels}} + 1)·{{filters}} = {{total}}.',
  },
} as const
