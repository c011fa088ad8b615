import ts from 'typescript'

/** What a pure floor may not name, and what it does instead. */
const globals: Readonly<Record<string, string>> = {
  process: 'settings come in as arguments',
  performance: 'the time comes in as `now`',
  fetch: 'data come in as arguments',
  crypto: 'chance comes in as `rng` or `seed`',
  globalThis: 'nothing global is pure',
  setTimeout: 'pure code does not wait',
  setInterval: 'pure code does not wait',
  setImmediate: 'pure code does not wait',
  queueMicrotask: 'pure code does not wait',
  require: 'imports are written as imports',
  eval: 'no text is ever run',
  Function: 'no text is ever run',
}

const members: Readonly<Record<string, string>> = {
  'Math.random': 'chance comes in as `rng`',
  'Date.now': 'the time comes in as `now`',
  'import.meta': 'pure code does not know where it lies',
}

/** Uses of clock, chance, environment and the like in one file, one readable line each. */
export function impurities(fileName: string, source: string): string[] {
  const kind = fileName.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const report = (node: ts.Node, what: string, instead: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    found.push(`${fileName}:${line + 1}: ${what}: ${instead}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    const member = memberName(node, file)
    if (member && members[member]) report(node, member, members[member])
    if (isDateOfNow(node)) report(node, 'new Date() without a value', 'the time comes in as `now`')
    if (ts.isIdentifier(node) && Object.hasOwn(globals, node.text) && isUse(node)) {
      report(node, node.text, globals[node.text] ?? '')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** `Math.random`, also when written `Math['random']`. */
function memberName(node: ts.Node, file: ts.SourceFile): string | null {
  if (ts.isMetaProperty(node)) return node.getText(file)
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText(file)}.${node.name.text}`
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return `${node.expression.getText(file)}.${node.argumentExpression.text}`
  }
  // const { random } = Math
  if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
    const from = node.parent.parent.initializer
    return from ? `${from.getText(file)}.${(node.propertyName ?? node.name).getText(file)}` : null
  }
  return null
}

const isDateOfNow = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0) ||
  // Without `new` it gives the present time whatever it is given.
  (ts.isCallExpression(node) && isDate(node.expression))

const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'Date'

/** Whether the name stands for a value here, rather than naming a property or the like. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  const names =
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isQualifiedName(parent)
  return !names
}
