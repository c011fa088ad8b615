import { examRulesSchema } from '@/lib/exam/rules'

/** The course of 200 simulated students as data: its problems and its exams. Times are minutes from the first Monday. */

export const course = {
  code: 'dl-demo-200',
  title: { ko: '딥러닝 (데모, 학생 200명)', en: 'Deep Learning (demo, 200 students)' },
  term: '2026-2',
}

export const STUDENTS = 200

const words = (ko: string, en: string) => ({ ko, en })

/** Problems by name. Settings that differ from the default ones, so that variants differ in what statistics look at. */
export const problems = {
  deepNetwork: {
    type: 'dnn-parameters',
    title: words('완전연결 신경망의 파라미터 수', 'Parameters of a fully connected network'),
    settings: {
      inputs: { min: 8, max: 24, step: 4 },
      hiddenLayers: { min: 2, max: 3 },
      hiddenUnits: { min: 6, max: 20, step: 2 },
      outputs: { min: 3, max: 10 },
      effortSpread: 1,
    },
  },
  smallNetwork: {
    type: 'dnn-parameters',
    title: words('은닉층 두 개의 파라미터 수', 'Parameters with two hidden layers'),
    settings: {},
  },
  noBiasNetwork: {
    type: 'dnn-parameters',
    title: words('편향이 없는 신경망의 가중치 수', 'Weights of a network without biases'),
    settings: { biases: false },
  },
  convolution: {
    type: 'conv-output',
    title: words('합성곱의 출력 크기', 'Output size of a convolution'),
    settings: {},
  },
  samePadding: {
    type: 'conv-output',
    title: words('크기를 유지하는 패딩', 'Padding that keeps the size'),
    settings: { forms: ['square-kernel', 'rectangular-kernel'], effortSpread: 1 },
  },
  vanishing: {
    type: 'rnn-gradient',
    title: words('RNN의 기울기 소실', 'Gradient decay in an RNN'),
    settings: { behaviours: ['vanish'] },
  },
} as const
export type ProblemName = keyof typeof problems

interface PlannedExam {
  readonly title: { readonly ko: string; readonly en: string }
  readonly description: { readonly ko: string; readonly en: string }
  readonly rules: ReturnType<typeof examRulesSchema.parse>
  /** Days from the first Monday, and how long the window is open, in minutes. */
  readonly day: number
  readonly windowMinutes: number
  readonly problems: readonly ProblemName[]
  /** Of the problems, those of which each student gets `draw`. */
  readonly pool: { readonly draw: number; readonly problems: readonly ProblemName[] } | null
  /** Share of the students who come, and of these who take a second attempt. */
  readonly turnout: number
  readonly secondTries: number
}

export const exams: readonly PlannedExam[] = [
  {
    title: words('딥러닝 중간시험', 'Deep learning midterm'),
    description: words(
      '세 문제, 각 2점입니다. 학생마다 다른 숫자로 풉니다.',
      'Three problems, two points each. Every student works with numbers of their own.',
    ),
    rules: examRulesSchema.parse({
      timeLimitMinutes: 50,
      attemptsAllowed: 1,
      late: { minutes: 30, stepMinutes: 10, lossPercent: 10 },
      review: { solution: 'after-closing' },
    }),
    day: 0,
    windowMinutes: 70,
    problems: ['deepNetwork', 'convolution', 'vanishing'],
    pool: null,
    turnout: 0.97,
    secondTries: 0,
  },
  {
    title: words('퀴즈: 파라미터와 패딩', 'Quiz: parameters and padding'),
    description: words(
      '네 문제 가운데 학생마다 정해진 문제를 풉니다. 두 번까지 응시할 수 있고 좋은 점수가 남습니다.',
      'Problems drawn from four. Two attempts, the better one counts.',
    ),
    rules: examRulesSchema.parse({ timeLimitMinutes: 30, attemptsAllowed: 2, counts: 'best' }),
    day: 3,
    windowMinutes: 3 * 24 * 60,
    problems: ['smallNetwork', 'noBiasNetwork', 'samePadding', 'convolution'],
    pool: { draw: 3, problems: ['smallNetwork', 'noBiasNetwork', 'samePadding', 'convolution'] },
    turnout: 0.92,
    secondTries: 0.25,
  },
]

/** An exam that is going on when the data are written. */
export const running = {
  title: words('보충 시험 (진행 중)', 'Make-up exam (running)'),
  description: words('중간시험과 같은 문제입니다.', 'The problems of the midterm.'),
  rules: examRulesSchema.parse({ timeLimitMinutes: 90, attemptsAllowed: 1 }),
  problems: ['deepNetwork', 'convolution', 'vanishing'] as const,
  students: 24,
}

/** Two points each. */
export const POINTS = 200
