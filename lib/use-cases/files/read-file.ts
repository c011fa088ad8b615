import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { err, ok, type Result } from '@/lib/core/result'
import type { QuestionRegistry } from '@/lib/question/registry'
import { documentSchema, type FileDocument } from './format'

/** What is wrong with a file, and on which line (the first is 1). */
export interface FileProblem {
  readonly line: number
  readonly message: string
}

/** Characters of a file that is read at all. */
export const MOST_CHARACTERS = 1_000_000
const DEEPEST = 60
/** Problems that are told; more help nobody. */
const MOST_PROBLEMS = 50

type Path = readonly (string | number)[]

/**
 * A file's questions and exam, or everything that is wrong with it. What is read is whole: types are installed, settings
 * and params hold, and an exam refers to versions that are in the file.
 */
export function readFile(
  questions: QuestionRegistry,
  text: string,
): Result<FileDocument, readonly FileProblem[]> {
  if (text.length > MOST_CHARACTERS)
    return err([{ line: 1, message: `The file has more than ${MOST_CHARACTERS} characters.` }])
  const deep = tooDeep(text)
  if (deep !== null)
    return err([{ line: lineAt(text, deep), message: `Nested more than ${DEEPEST} levels deep.` }])
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [broken] = errors
  if (!root || broken)
    return err([
      {
        line: lineAt(text, broken?.offset ?? 0),
        message: `Not JSON: ${broken ? printParseErrorCode(broken.error) : 'empty'}.`,
      },
    ])
  const at = (path: Path): number => lineAt(text, nearest(root, path).offset)
  const odd = oddKey(root)
  if (odd) return err([{ line: lineAt(text, odd.offset), message: odd.message }])
  const parsed = documentSchema.safeParse(getNodeValue(root))
  if (!parsed.success)
    return err(
      parsed.error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
        line: at(path as Path),
        message: `${path.join('.') || '(whole)'}: ${message}`,
      })),
    )
  const problems = problemsOf(questions, parsed.data).slice(0, MOST_PROBLEMS)
  return problems.length === 0
    ? ok(parsed.data)
    : err(problems.map(({ path, message }) => ({ line: at(path), message: `${path.join('.')}: ${message}` })))
}

/** Where brackets outside of strings stand too deep; parsers descend into them one call each. */
function tooDeep(text: string): number | null {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i]
    if (quoted) {
      if (unit === '\\') i += 1
      else if (unit === '"') quoted = false
    } else if (unit === '"') quoted = true
    else if (unit === '{' || unit === '[') {
      depth += 1
      if (depth > DEEPEST) return i
    } else if (unit === '}' || unit === ']') depth -= 1
  }
  return null
}

/** A key that is there twice, of which JSON would take the last; or one that means something to the language. */
function oddKey(node: Node): { offset: number; message: string } | null {
  const seen = new Set<string>()
  for (const child of node.children ?? []) {
    if (child.type === 'property') {
      const key = child.children?.[0]
      const name = String(key?.value)
      if (key && (name === '__proto__' || name === 'constructor' || name === 'prototype'))
        return { offset: key.offset, message: `"${name}" can't be a name.` }
      if (key && seen.has(name)) return { offset: key.offset, message: `"${name}" stands there twice.` }
      seen.add(name)
    }
    const below = oddKey(child)
    if (below) return below
  }
  return null
}

/** The node at a path, or the innermost one around it that is there. */
function nearest(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node) return node
  }
  return root
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let i = 0; i < offset && i < text.length; i += 1) if (text[i] === '\n') line += 1
  return line
}

interface Problem {
  readonly path: Path
  readonly message: string
}

/** What no schema tells. */
function problemsOf(questions: QuestionRegistry, { questions: own, exam }: FileDocument): Problem[] {
  const problems: Problem[] = []
  const known = new Map<string, number>()
  own.forEach(({ key, type: slug, versions, draft }, i) => {
    if (known.has(key)) problems.push({ path: ['questions', i, 'key'], message: `the key "${key}" is taken` })
    known.set(key, versions.length)
    const type = questions.find(slug)
    if (!type) {
      problems.push({ path: ['questions', i, 'type'], message: `there is no question type "${slug}"` })
      return
    }
    if (versions.length === 0 && draft === null)
      problems.push({ path: ['questions', i], message: 'has neither a version nor a draft' })
    versions.forEach((version, v) => {
      const path = ['questions', i, 'versions', v]
      for (const locale of ['ko', 'en'] as const)
        if (version.title[locale].trim() === '')
          problems.push({ path: [...path, 'title', locale], message: 'write a title' })
      for (const issue of type.settingsIssues(version.settings))
        problems.push({ path: [...path, 'settings', ...stepsOf(issue.path)], message: issue.message.en })
      const params = version.fixedParams === null ? null : type.parseParams(version.fixedParams)
      if (params && !params.ok) problems.push({ path: [...path, 'fixedParams'], message: params.error })
    })
  })
  exam?.rows.forEach((row, i) => {
    const check = (question: string, version: number, path: Path) => {
      const versions = known.get(question)
      if (versions === undefined)
        problems.push({
          path: [...path, 'question'],
          message: `there is no question "${question}" in the file`,
        })
      else if (version > versions)
        problems.push({ path: [...path, 'version'], message: `"${question}" has no version ${version}` })
    }
    if (row.kind === 'section') return
    if (row.kind === 'fixed') check(row.question, row.version, ['exam', 'rows', i])
    else {
      for (const [j, { question, version }] of row.from.entries())
        check(question, version, ['exam', 'rows', i, 'from', j])
      if (row.draw > row.from.length)
        problems.push({ path: ['exam', 'rows', i, 'draw'], message: 'draws more than the pool has' })
    }
  })
  return problems
}

const stepsOf = (path: string): (string | number)[] =>
  path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
