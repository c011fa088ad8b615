import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SettingNode, settingAt, withSetting } from '@/lib/question/settings-form'
import { registry } from '@/questions/registry'

const nodes = (node: SettingNode): SettingNode[] => [
  node,
  ...(node.kind === 'group' ? node.children.flatMap(nodes) : []),
]

describe.each(registry.all.map((question) => [question.slug, question] as const))(
  'the form of %s',
  (_, question) => {
    const all = nodes(question.settingsForm).filter(({ path }) => path !== '')

    it('has words in both languages for every setting', () => {
      const missing = all.filter(
        ({ path, title }) =>
          title.ko === path.split('.').at(-1) ||
          (title.en === title.ko && /^[a-z]/.test(title.en) && title.en !== 'tanh'),
      )
      expect(missing.map(({ path }) => path)).toEqual([])
      for (const node of all) {
        if (node.kind !== 'choice' && node.kind !== 'choices') continue
        for (const option of node.options)
          expect(option.title.ko).not.toBe(option.title.en === 'tanh' ? '' : option.value)
      }
    })

    it('leads to every default setting', () => {
      const defaults = question.parseSettings({})
      if (!defaults.ok) throw new Error(defaults.error)
      for (const node of all) {
        // Weights that nobody set have no value.
        if (node.path.startsWith('criterionWeights.')) continue
        expect([node.path, settingAt(defaults.value, node.path)]).not.toEqual([node.path, undefined])
      }
    })

    it('gets an error where a number is no number, at its field and in both languages', () => {
      for (const node of all.filter(({ kind }) => kind === 'number')) {
        const issues = question.settingsIssues(withSetting({}, node.path, 'many'))
        expect([node.path, issues.map(({ path }) => path)]).toEqual([node.path, [node.path]])
        expect(issues[0]?.message.ko).toMatch(/[가-힣]/)
        expect(issues[0]?.message.en).toMatch(/[a-z]/)
      }
    })
  },
)

describe('the author’s wording', () => {
  const dnn = registry.find('dnn-parameters')
  if (!dnn) throw new Error('no dnn-parameters')

  it('names what differs between students', () => {
    const settings = {
      wording: {
        statement: {
          ko: '입력 {{inputs}}개, 은닉 {{ hidden }}',
          en: 'Inputs {{inputs}}, hidden {{ hidden }}',
        },
        hint: { ko: '힌트', en: 'Hint' },
      },
    }
    const params = { inputs: 6, hidden: [5, 4], outputs: 3, biases: true }
    expect(dnn.publicView(params, settings).statement).toEqual({
      ko: '입력 6개, 은닉 5, 4\n\n힌트',
      en: 'Inputs 6, hidden 5, 4\n\nHint',
    })
  })

  it('refuses a name that does not exist, and says which do', () => {
    const statement = { ko: '{{inpust}}', en: '{{inputs}}' }
    expect(dnn.settingsIssues({ wording: { statement } })).toEqual([
      {
        path: 'wording.statement.ko',
        message: {
          ko: '쓸 수 있는 이름: {{inputs}}, {{hidden}}, {{outputs}}, {{layers}}',
          en: 'There is no {{inpust}}: use {{inputs}}, {{hidden}}, {{outputs}}, {{layers}}.',
        },
      },
    ])
  })

  it('is written in both languages or in none', () => {
    expect(dnn.settingsIssues({ wording: { hint: { en: 'Only English' } } })[0]?.path).toBe('wording.hint')
  })
})

describe('a setting', () => {
  const key = fc.stringMatching(/^[a-z]{1,4}$/)
  it('is found again where it was put, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 4 }),
        fc.dictionary(key, fc.integer()),
        (path, others) => {
          const at = path.join('.')
          const changed = withSetting(others, at, 'here')
          expect(settingAt(changed, at)).toBe('here')
          for (const [name, value] of Object.entries(others)) {
            if (name !== path[0]) expect(changed[name]).toBe(value)
          }
          expect(settingAt(withSetting(changed, at, undefined), at)).toBeUndefined()
        },
      ),
    )
  })

  it('is not looked for in what objects inherit', () => {
    expect(settingAt({}, 'constructor.name')).toBeUndefined()
  })
})
