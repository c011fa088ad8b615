import { describe, expect, it } from 'vitest'
import { normaliseForm } from '@/lib/grading/rubric/normalise'
import { stanceOf } from '@/lib/grading/rubric/stance'

const stance = (sentence: string) => stanceOf(normaliseForm(sentence), true)

describe('what a sentence says of its own words', () => {
  it.each([
    '시점마다 같은 가중치가 곱해진다는 것은 흔한 오해이다.',
    '"미분이 1보다 작아서 사라진다"라는 설명은 틀렸다.',
    'LSTM이 낫다는 말은 근거가 없다.',
    'That the product shrinks is a myth.',
    'The decay of the product can be ruled out.',
    '미분이 1 미만이라 곱이 0에 수렴한다는 논리는 설득력이 없다.',
    '같은 가중치가 곱해진다고 배웠지만 실제로는 그렇지 않다.',
  ])('rejects it: %s', (text) => {
    expect(stance(text).rejectedUpTo).toBeGreaterThan(0)
  })

  it.each([
    '같은 가중치를 여러 번 곱한다는 점을 잊어서 생기는 오해이다.',
    '같은 가중치가 시점마다 곱해진다.',
    'LSTM was invented for that.',
    'Because the slopes are small, the gradient is soon gone.',
  ])('does not reject it: %s', (text) => {
    expect(stance(text).rejectedUpTo).toBe(0)
  })

  it('goes on over what is rejected too', () => {
    const text = 'the shrinking can be ruled out, and so can the depth in time.'
    expect(stance(text).rejectedUpTo).toBe(normaliseForm(text).length)
  })
})

describe('whose words they are', () => {
  it.each([
    '제 친구는 기울기가 사라진다고 하더군요.',
    '블로그에는 폭발한다고 쓰여 있다.',
    'My lab partner says that it vanishes.',
    'According to a blog it explodes.',
    'It has been argued that the product shrinks.',
    'You might conclude that the gradient vanishes.',
  ])('tells what another says: %s', (text) => {
    expect(stance(text).reports).toBe(true)
  })

  it.each([
    '저는 동의하지 않습니다.',
    'I disagree with him.',
    "He's mistaken.",
    'Nobody believes that.',
    'I find this argument unconvincing.',
    'That conclusion overlooks the bias.',
  ])('dissents: %s', (text) => {
    expect(stance(text).dissentAt).toBeGreaterThanOrEqual(0)
  })

  it("reads the writer's own words as theirs", () => {
    const { reports, dissentAt } = stance('The chain rule says nothing else: each step multiplies by W.')
    expect([reports, dissentAt]).toEqual([false, -1])
  })
})

describe('sentences that state nothing', () => {
  it.each([
    ['a task', 'Explain what a product of small numbers does.'],
    ['a task in Korean', '기울기가 왜 사라지는지 설명하시오.'],
    ['words as words', 'Exponential decay is a phrase.'],
    ['another network', 'In a convolutional network the same filter is applied again and again.'],
    ['another network, described', '깊은 CNN에서는 층마다 1보다 작은 기울기가 곱해진다.'],
    ['who says so is wrong', 'LSTM이 완화한다고 하는 사람은 논문을 읽지 않은 것이다.'],
    ['who thinks so is wrong', 'Whoever thinks that gates help has not read the literature.'],
    ['only supposed', 'Then the gradient would shrink.'],
    ['words to be written', "Just write 'same weight, factor below one'."],
    ['contrary to fact', 'If the weight had been 0.5, each step would have halved it.'],
  ])('%s', (_, text) => {
    expect(stance(text).unsaid).toBe(true)
  })

  it.each([
    ['an intention', 'I will explain why the product shrinks and how gates help.'],
    ['an intention in Korean', '반복 곱과 지수 감소를 서술하겠다.'],
    ['what an answer should hold', 'A good answer should mention the repeated product.'],
    ['what is wanted', 'The prompt wants to hear that 1.5^59 is huge.'],
    ['what one has learned', '저는 반복 곱, 지수 감소를 모두 알고 있습니다.'],
  ])('announces: %s', (_, text) => {
    expect(stance(text).announcedUpTo).toBeGreaterThan(0)
  })

  it.each([
    'The same matrix is multiplied at every step.',
    '시간으로 펼치면 시퀀스 길이만큼 깊다.',
    'Unrolled in time it is as deep as a feedforward network with fifty layers.',
    'Clip the gradient norm.',
    '곱이 0으로 간다는 것을 알고 있다.',
  ])('states: %s', (text) => {
    const { unsaid, announcedUpTo, takesBackAll, takesBackLast } = stance(text)
    expect([unsaid, announcedUpTo, takesBackAll, takesBackLast]).toEqual([false, 0, false, false])
  })
})

describe('what is taken back', () => {
  it.each(['아니, 다시 생각해 보니 그게 아니다.', 'No wait, that is wrong.', 'Scratch that.'])(
    'the sentence before: %s',
    (text) => {
      expect(stance(text).takesBackLast).toBe(true)
    },
  )

  it.each(['앞의 문장은 취소한다.', 'I take back everything above.', 'I was only joking.'])(
    'everything: %s',
    (text) => {
      expect(stance(text).takesBackAll).toBe(true)
    },
  )

  it('supposed and then unreal', () => {
    const text = normaliseForm('만약 1.5가 곱해진다면 폭발하겠지만 그런 일은 일어나지 않는다.')
    const { supposedUpTo, unreal } = stanceOf(text, true)
    expect(text.slice(supposedUpTo)).toBe('그런일은일어나지않는다.')
    expect(unreal).toBe(true)
  })
})
