import path from 'node:path'
import { cruise as cruiseFiles, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { rules } from './floors'

export const root = path.resolve(import.meta.dirname, '../..')

/** Every import of the product under a folder, held against the rules. */
export async function cruise(baseDir: string = root): Promise<ICruiseResult> {
  // Says what '@/…' means.
  const tsConfig = path.join(baseDir, 'tsconfig.json')
  const { output } = await cruiseFiles(
    ['app', 'lib', 'questions'],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: rules },
      // Types count too: whoever names a type of a higher floor knows that floor.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      tsConfig: { fileName: tsConfig },
    },
    {
      // It remembers its first tree otherwise.
      bustTheCache: baseDir !== root,
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    { tsConfig: extractTSConfig(tsConfig) },
  )
  if (typeof output === 'string')
    throw new Error('dependency-cruiser gave text where its result was asked for')
  return output
}

/** The broken rules, one readable line each. */
export const violations = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
