import type { ForeignField, ForeignItem } from './foreign'
import { escapeXml, toHtml } from './html'

/**
 * Moodle XML (docs.moodle.org, "Moodle XML format"): one choice becomes multichoice, one number numerical, one text an
 * essay; several answers become embedded answers (cloze), in which known mistakes keep their credit in whole percents.
 */
export function toMoodle(items: readonly ForeignItem[], category: string): string {
  const text = (value: string) => `<text>${escapeXml(value)}</text>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category>${text(`$course$/top/${category.replaceAll('/', '//')}`)}</category></question>
${items.map(question).join('\n')}
</quiz>
`
}

const html = (tag: string, value: string): string =>
  `<${tag} format="html"><text>${escapeXml(value)}</text></${tag}>`

function question(item: ForeignItem): string {
  const [only, ...more] = item.fields
  const kind = only === undefined ? 'description' : more.length > 0 ? 'cloze' : kinds[only.kind]
  const body =
    kind === 'cloze'
      ? `${toHtml(item.statement)}\n${item.fields.map((field) => `<p>${escapeXml(field.label)}: ${cloze(field)}</p>`).join('\n')}`
      : toHtml(item.statement)
  return `<question type="${kind}">
<name><text>${escapeXml(`${item.title} (${item.id})`)}</text></name>
${html('questiontext', body)}
${html('generalfeedback', toHtml(item.solution))}
<defaultgrade>1</defaultgrade>
${only && kind !== 'cloze' ? alone(only) : ''}
</question>`
}

const kinds = { choice: 'multichoice', number: 'numerical', words: 'shortanswer', essay: 'essay' } as const

const percent = (share: number): string => String(Math.round(share * 100_000) / 1000)

function alone(field: ForeignField): string {
  switch (field.kind) {
    case 'choice': {
      const right = field.options.filter((option) => option.right).length || 1
      const wrong = field.options.length - right || 1
      const share = (option: (typeof field.options)[number]) =>
        field.multiple ? (option.right ? 1 / right : -1 / wrong) : option.right ? 1 : option.credit
      return `<single>${!field.multiple}</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
${field.options
  .map(
    (option) =>
      `<answer fraction="${percent(share(option))}" format="html"><text>${escapeXml(toHtml(option.text))}</text></answer>`,
  )
  .join('\n')}`
    }
    case 'number':
      return [
        `<answer fraction="100"><text>${field.value}</text><tolerance>${Math.abs(field.value) * field.tolerance}</tolerance></answer>`,
        ...field.wrong.map(
          ({ value, credit, feedback }) =>
            `<answer fraction="${percent(credit)}"><text>${value}</text><tolerance>0</tolerance>${html('feedback', toHtml(feedback))}</answer>`,
        ),
      ].join('\n')
    case 'words':
      return `<usecase>0</usecase>\n${field.accepted.map((each) => `<answer fraction="100"><text>${escapeXml(each)}</text></answer>`).join('\n')}`
    case 'essay':
      return '<responseformat>editor</responseformat><responserequired>1</responserequired>'
  }
}

/** What ends or divides an embedded answer is written with a backslash. */
const clozeText = (text: string): string => text.replace(/[}#~/"\\]/g, (sign) => `\\${sign}`)

function cloze(field: ForeignField): string {
  switch (field.kind) {
    case 'number': {
      const wrong = field.wrong.map(
        ({ value, credit, feedback }) => `~%${Math.round(credit * 100)}%${value}:0#${clozeText(feedback)}`,
      )
      return `{1:NUMERICAL:=${field.value}:${Math.abs(field.value) * field.tolerance}${wrong.map(escapeXml).join('')}}`
    }
    case 'words':
      return `{1:SHORTANSWER:${field.accepted.map((each) => escapeXml(`=${clozeText(each)}`)).join('~')}}`
    case 'choice':
      return `{1:${field.multiple ? 'MULTIRESPONSE' : 'MULTICHOICE'}:${field.options
        .map(({ text, right, credit }) =>
          escapeXml(`${right ? '=' : credit > 0 ? `%${Math.round(credit * 100)}%` : ''}${clozeText(text)}`),
        )
        .join('~')}}`
    case 'essay':
      // Embedded answers hold no essays; asked for as words that a person looks at.
      return '{1:SHORTANSWER:%0%*}'
  }
}
