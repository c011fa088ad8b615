import { describe, expect, it } from 'vitest'
import { applyRubric } from '@/lib/grading/rubric/apply-rubric'
import { expandForm, readForm } from '@/lib/grading/rubric/compile'
import { normalise } from '@/lib/grading/rubric/normalise'
import { preparedRubric } from '@/questions/rnn-gradient/explain'
import { paraphrases } from '@/questions/rnn-gradient/rubric/examples/paraphrases'
import { rubric } from '@/questions/rnn-gradient/rubric/rubric'

const level = (text: string, criterion: string, variantCase: string): number =>
  applyRubric(text, preparedRubric(), [criterion], variantCase, []).criteria[0]?.level ?? -1

describe('the rubric as data', () => {
  it('survives JSON, so that it can be stored and edited', () => {
    expect(JSON.parse(JSON.stringify(rubric))).toEqual(rubric)
  })

  it('has forms that each match their own text', () => {
    const { compiled } = preparedRubric()
    const missed: string[] = []
    for (const concept of rubric.concepts) {
      for (const written of [...concept.ko, ...concept.en].flatMap((form) =>
        expandForm(form, rubric.macros),
      )) {
        const form = readForm(written)
        const text = normalise(written.replace(/\*$/, '')).text
        const index = compiled.conceptIndex.get(concept.id)
        const found = compiled.automaton
          .find(text)
          .some(
            (match) =>
              match.end - match.start === form.text.length &&
              (compiled.meanings[match.form] ?? []).some(
                (meaning) => meaning.kind === 'concept' && meaning.concept === index,
              ),
          )
        if (!found) missed.push(`${concept.id}: ${written}`)
      }
    }
    expect(missed).toEqual([])
  })

  const examples = rubric.criteria.flatMap((criterion) =>
    criterion.examples.map((example) => ({ criterion: criterion.id, ...example })),
  )
  it.each(examples)('$criterion gets $score for: $text', ({ criterion, case: variantCase, score, text }) => {
    expect(level(text, criterion, variantCase)).toBe(score)
  })

  it('reads nearly all paraphrases of a full answer as full', () => {
    let full = 0
    let all = 0
    for (const [criterion, text] of Object.entries(paraphrases)) {
      const explode = rubric.criteria.find(({ id }) => id === criterion)?.examples[0]?.case === 'explode'
      for (const line of text.trim().split('\n')) {
        all += 1
        const variantCase = explode ? 'explode' : /0\.9|0\.225|1\/4|0\.25/.test(line) ? 'vanish' : 'words'
        if (level(line, criterion, variantCase) === 1) full += 1
      }
    }
    expect(full / all).toBeGreaterThan(0.9)
  })
})

describe('what is asserted', () => {
  const product = (text: string) => level(text, 'repeated_product', 'words')

  it.each([
    ['plain', '같은 가중치가 시점마다 반복해서 곱해진다.'],
    ['double denial', '같은 가중치가 시점마다 곱해지지 않는다고 할 수 없다.'],
    ['not only', 'Not only is the same weight multiplied at every step, it is also small.'],
    [
      'after a rejected statement',
      '층수가 원인이라는 것은 틀린 말이다. 같은 가중치가 시점마다 반복해서 곱해지는 것이 원인이다.',
    ],
    ['no spaces', '같은가중치가시점마다반복해서곱해진다'],
    ['typed on a Mac', '같은 가중치가 시점마다 반복해서 곱해진다.'.normalize('NFD')],
    ['misspelt in Korean', '같은 가증치가 매 시점 반복혜서 곱해진다.'],
    ['typed on Latin keys', 'rkwndcl가 시점마다 반복해서 곱해진다'],
    ['misspelt', 'the same recurent weight is mutliplied at evry time step'],
    ['run together', 'thegradientismultipliedbythesamerecurrentweightateverytimestep'],
    ['with invisible characters', '같은 가\u200b중치가 시점\u2060마다 곱해진다.'],
    ['with look-alike letters', 'the sаme weight is multipliеd at every step'],
    ['in romanised Korean', 'sijeommada gateun gajungchiga banbokhaeseo gopaejigo giulgiga jagajinda'],
    ['in notes', '- 매 스텝 같은 W 곱함 → W^T'],
    ['as a formula', '∂h_T/∂h_1 = ∏ ∂h_t/∂h_{t-1}'],
  ])('counts: %s', (_, text) => {
    expect(product(text)).toBe(1)
  })

  it.each([
    ['denied', '같은 가중치가 시점마다 곱해지지 않는다.'],
    ['denied in English', "The same weight isn't multiplied at every step."],
    ['denied beside another claim', '같은 가중치가 시점마다 곱해지지 않고 도함수도 1보다 작지 않다.'],
    ['as fields', '{"반복 곱": "있음", "1보다 큰 인자": "있음", "클리핑": "있음"}'],
    ['rejected', '같은 가중치가 시점마다 곱해진다는 것은 틀린 설명이다.'],
    ['a myth', 'It is a myth that the same weight is multiplied at every step.'],
    ['not true', 'It is not true that the same weights are multiplied at every time step.'],
    ['taken back', 'The same weight is multiplied at every step. No wait, that is wrong.'],
    ['asked', '같은 가중치가 시점마다 곱해지는가?'],
    [
      'contrary to fact',
      'If it used the same weight at every step, the gradient would be multiplied by it again and again.',
    ],
    ['keywords', 'BPTT, same weight, product, time step, tanh derivative, vanishing, LSTM, GRU'],
    ['headings', '1. 시점별 반복 곱셈\n2. 1보다 작은 인수\n3. 시간 축 깊이\n4. 장기 의존성\n5. LSTM'],
    ['names of the criteria', 'repeated_product: the same weight is multiplied at every step'],
  ])('does not count: %s', (_, text) => {
    expect(product(text)).toBe(0)
  })
})
