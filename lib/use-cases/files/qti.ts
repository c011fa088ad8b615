import type { ForeignField, ForeignItem } from './foreign'
import { escapeXml, toHtml } from './html'

type Gradable = ForeignField & { readonly kind: 'choice' | 'number' }

/** Fields that an item of ours keeps in QTI: choices and numbers. */
export const inQti = (item: ForeignItem): readonly Gradable[] =>
  item.fields.filter((field): field is Gradable => field.kind === 'choice' || field.kind === 'number')

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'

/** One assessment item of QTI 3.0 (1EdTech, "Question and Test Interoperability: Assessment, Section and Item"). */
export function toQtiItem(item: ForeignItem): string {
  const fields = inQti(item)
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}" identifier="${idOf(item.id)}" title="${escapeXml(item.title)}" adaptive="false" time-dependent="false">
${fields.map(declaration).join('\n')}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
<qti-item-body>
${toHtml(item.statement)}
${fields.map(interaction).join('\n')}
</qti-item-body>
<qti-response-processing>
${fields.map((field) => processing(field, 1 / fields.length)).join('\n')}
</qti-response-processing>
</qti-assessment-item>
`
}

/** The manifest of a content package of these items. */
export const toManifest = (items: readonly ForeignItem[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="MANIFEST-quizgrad">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
<organizations/>
<resources>
${items.map(({ id }) => `<resource identifier="${idOf(id)}" type="imsqti_item_xmlv3p0" href="${fileOf(id)}"><file href="${fileOf(id)}"/></resource>`).join('\n')}
</resources>
</manifest>
`

const idOf = (id: string): string => `item-${id.replace(/[^A-Za-z0-9_.-]/g, '-')}`
export const fileOf = (id: string): string => `items/${idOf(id)}.xml`
const responseOf = ({ name }: Gradable): string => `RESPONSE-${name.replace(/[^A-Za-z0-9_.-]/g, '-')}`
const choiceId = (place: number): string => `option-${place + 1}`

function declaration(field: Gradable): string {
  const id = responseOf(field)
  if (field.kind === 'number')
    return `<qti-response-declaration identifier="${id}" cardinality="single" base-type="float"><qti-correct-response><qti-value>${field.value}</qti-value></qti-correct-response></qti-response-declaration>`
  const right = field.options.flatMap((option, place) => (option.right ? [choiceId(place)] : []))
  return `<qti-response-declaration identifier="${id}" cardinality="${field.multiple ? 'multiple' : 'single'}" base-type="identifier"><qti-correct-response>${right.map((each) => `<qti-value>${each}</qti-value>`).join('')}</qti-correct-response></qti-response-declaration>`
}

function interaction(field: Gradable): string {
  const id = responseOf(field)
  if (field.kind === 'number')
    return `<p>${escapeXml(field.label)}: <qti-text-entry-interaction response-identifier="${id}"/></p>`
  return `<qti-choice-interaction response-identifier="${id}" shuffle="true" max-choices="${field.multiple ? 0 : 1}"><qti-prompt>${escapeXml(field.label)}</qti-prompt>${field.options
    .map(
      ({ text }, place) =>
        `<qti-simple-choice identifier="${choiceId(place)}">${toHtml(text)}</qti-simple-choice>`,
    )
    .join('')}</qti-choice-interaction>`
}

/** @param share of the item's score that a right answer earns; a known mistake keeps its credit of it */
function processing(field: Gradable, share: number): string {
  const id = responseOf(field)
  const add = (score: number) =>
    `<qti-set-outcome-value identifier="SCORE"><qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="float">${score}</qti-base-value></qti-sum></qti-set-outcome-value>`
  const is = (condition: string, score: number, tag: 'if' | 'else-if') =>
    `<qti-response-${tag}>${condition}${add(score)}</qti-response-${tag}>`
  if (field.kind === 'choice') {
    const right = is(
      `<qti-match><qti-variable identifier="${id}"/><qti-correct identifier="${id}"/></qti-match>`,
      share,
      'if',
    )
    const partly = field.options.flatMap(({ right: correct, credit }, place) =>
      field.multiple || correct || credit === 0
        ? []
        : [
            is(
              `<qti-match><qti-variable identifier="${id}"/><qti-base-value base-type="identifier">${choiceId(place)}</qti-base-value></qti-match>`,
              share * credit,
              'else-if',
            ),
          ],
    )
    return `<qti-response-condition>${right}${partly.join('')}</qti-response-condition>`
  }
  const equal = (value: string, tolerance: number) =>
    tolerance === 0
      ? `<qti-equal tolerance-mode="exact"><qti-variable identifier="${id}"/>${value}</qti-equal>`
      : `<qti-equal tolerance-mode="relative" tolerance="${tolerance * 100} ${tolerance * 100}"><qti-variable identifier="${id}"/>${value}</qti-equal>`
  const right = is(equal(`<qti-correct identifier="${id}"/>`, field.tolerance), share, 'if')
  const partly = field.wrong.map(({ value, credit }) =>
    is(equal(`<qti-base-value base-type="float">${value}</qti-base-value>`, 0), share * credit, 'else-if'),
  )
  return `<qti-response-condition>${right}${partly.join('')}</qti-response-condition>`
}
