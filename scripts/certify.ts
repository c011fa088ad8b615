import { certify, isCertified, largestEffortSpread } from '@/lib/question/certify'
import { registry } from '@/questions/registry'

/**
 * Goes through every variant that the default settings of every question type allow. Exits 1 where two ways lead to
 * one value, a reference response does not earn everything, or efforts lie too far apart.
 */
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

let failed = false
for (const question of registry.all) {
  const certificate = certify(question)
  const { slug, variants, pairs, collisions, example, defects, effort } = certificate
  console.log(slug)
  console.log(`  variants    ${variants.toLocaleString('en')}`)
  console.log(
    `  pairs       ${pairs.toLocaleString('en')} compared, ${collisions.toLocaleString('en')} collide`,
  )
  if (example !== null) {
    const { part, value, ways } = example
    console.log(
      `              e.g. ${ways.join(' = ')} (${part}: ${value}) in ${JSON.stringify(example.params)}`,
    )
  }
  for (const defect of defects.slice(0, 3)) console.log(`  defect      ${defect}`)
  const { min, median, max, spread } = effort
  console.log(`  effort      ${min} to ${max}, median ${median}, within ±${percent(spread)}`)
  if (isCertified(certificate)) continue
  failed = true
  console.log(`  NOT CERTIFIED (no collision, no defect and ±${percent(largestEffortSpread)} are needed)`)
}
process.exitCode = failed ? 1 : 0
