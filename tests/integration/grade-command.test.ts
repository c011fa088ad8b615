import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const network = {
  question: 'dnn-parameters',
  params: { inputs: 6, hidden: [5, 4], outputs: 3, biases: true },
}
const right = { id: 'right', ...network, response: { total: '(6×5+5)+(5×4+4)+(4×3+3)' } }
const convolution = {
  id: 'convolution',
  question: 'conv-output',
  params: {
    input: { height: 64, width: 64 },
    kernel: { height: 5, width: 5 },
    stride: 1,
    dilation: 1,
    padding: 'same',
  },
  response: {
    padding: '2',
    paddedSize: '68x68',
    outputSize: '64x64',
    sketch: [
      { stage: 'input', size: '64x64' },
      { stage: 'padding', amount: '2', size: '68x68' },
      { stage: 'convolution', kernel: '5x5', stride: '1' },
      { stage: 'feature-map', size: '64x64' },
    ],
  },
}
const gradient = {
  id: 'gradient',
  question: 'rnn-gradient',
  params: { activation: 'tanh', recurrentWeight: null, sequenceLength: null, hiddenLayers: 1 },
  response: { explanation: 'The same recurrent weight matrix is multiplied at every time step.' },
}

interface Run {
  readonly code: number | null
  readonly lines: readonly Record<string, unknown>[]
  readonly errors: string
}

/** The real command, in an environment that holds no settings at all. */
function start(): ReturnType<typeof spawn> {
  return spawn(process.execPath, [path.join(root, 'scripts/grade.mjs')], {
    cwd: '/',
    // Next's types want NODE_ENV in every environment; nothing reads it here.
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    stdio: 'pipe',
  })
}

function grade(input: string | Buffer | readonly object[]): Promise<Run> {
  const child = start()
  let out = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  // A command that gives up early closes its input.
  child.stdin?.on('error', () => {})
  const isText = typeof input === 'string' || Buffer.isBuffer(input)
  child.stdin?.end(isText ? input : input.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const lines = out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
      resolve({ code, lines, errors })
    })
  })
}

const statuses = ({ lines }: Run) => lines.map(({ id, status }) => [id, status])

describe.concurrent('npm run grade', () => {
  it('grades one line for each line of input, in order', async () => {
    const run = await grade([right, convolution, gradient, { ...right, id: 4 }])

    expect(run.code).toBe(0)
    expect(run.lines.map(({ id }) => id)).toEqual(['right', 'convolution', 'gradient', 4])
    expect(run.lines.slice(0, 2).map(({ score }) => score)).toEqual([1, 1])
  })

  it('writes the fields of the contract and no other', async () => {
    const { lines } = await grade([right, gradient])

    for (const line of lines) expect(Object.keys(line)).toEqual(['id', 'score', 'status', 'parts'])
    const parts = lines.map((line) => (line.parts as Record<string, unknown>[])[0] ?? {})
    expect(Object.keys(parts[0] ?? {})).toEqual(['id', 'score', 'max', 'code', 'feedback', 'evidence'])
    expect(Object.keys(parts[0]?.feedback ?? {})).toEqual(['ko', 'en'])
    expect(Object.keys(parts[1] ?? {})).toContain('criteria')
    const criteria = parts[1]?.criteria as Record<string, unknown>[]
    expect(criteria.map(({ id }) => id)).toEqual([
      'repeated_product',
      'shrinking_factor',
      'depth_in_time',
      'long_term_effect',
      'gated_remedy',
    ])
    for (const criterion of criteria) {
      expect(Object.keys(criterion)).toEqual(['id', 'score', 'confidence', 'decision', 'evidence'])
    }
  })

  it('grades whatever an answer holds, and exits 0', async () => {
    const responses = [
      undefined,
      null,
      7,
      'text',
      [],
      {},
      { total: null },
      { total: { deep: [1] } },
      { total: '@' },
    ]
    const run = await grade(responses.map((response, id) => ({ id, ...network, response })))

    expect(run.code).toBe(0)
    expect(statuses(run)).toEqual(responses.map((_, id) => [id, 'invalid']))
    expect(run.lines.every(({ score }) => score === 0)).toBe(true)
  })

  it('skips blank lines and reads a byte order mark, Windows line ends and a last line without an end', async () => {
    const line = JSON.stringify(right)
    const run = await grade(`\uFEFF${line}\r\n\r\n   \n\n${line}\r\n${line}`)

    expect(run.code).toBe(0)
    expect(run.lines).toHaveLength(3)
  })

  it('grades nothing where there is nothing', async () => {
    expect(await grade('')).toEqual({ code: 0, lines: [], errors: '' })
  })

  it.each([
    ['is not JSON', '{"id":', 'not JSON'],
    ['is not an object', '[1]', 'not a JSON object'],
    ['is null', 'null', 'not a JSON object'],
    ['names no question', '{"id":1,"params":{}}', 'question is missing'],
    ['names an unknown question', '{"id":1,"question":"essay"}', '"essay" is unknown'],
    [
      'names a property of every object as question',
      '{"question":"constructor"}',
      '"constructor" is unknown',
    ],
    ['lacks the params', '{"question":"dnn-parameters"}', 'params of dnn-parameters'],
    [
      'has params that do not parse',
      JSON.stringify({ ...right, params: { ...network.params, inputs: -1 } }),
      'inputs',
    ],
  ])('stops at a line that %s, and says which', async (_, bad, message) => {
    const run = await grade(`${JSON.stringify(right)}\n\n${bad}\n${JSON.stringify(right)}\n`)

    expect(run.code).toBe(1)
    expect(run.errors).toContain('line 3:')
    expect(run.errors).toContain(message)
    expect(run.errors.trim().split('\n')).toHaveLength(1)
    expect(statuses(run)).toEqual([['right', 'graded']])
  })

  it('reads a line of many megabytes', async () => {
    const filler = '재귀 가중치가 '.repeat(500_000)
    const run = await grade([{ ...right, id: 'long', unused: filler }, right])

    expect(run.code).toBe(0)
    expect(statuses(run)).toEqual([
      ['long', 'graded'],
      ['right', 'graded'],
    ])
  })

  it('answers each line as it comes, without waiting for the end', async () => {
    const child = start()
    const first = new Promise<string>((resolve) =>
      child.stdout?.once('data', (data) => resolve(String(data))),
    )
    child.stdin?.write(`${JSON.stringify(right)}\n`)

    expect(JSON.parse(await first)).toMatchObject({ id: 'right', score: 1 })
    child.stdin?.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  it('ends quietly when its reader has seen enough', async () => {
    const child = start()
    let errors = ''
    child.stderr?.on('data', (text) => {
      errors += text
    })
    child.stdin?.on('error', () => {})
    child.stdout?.once('data', () => child.stdout?.destroy())
    child.stdin?.end(`${JSON.stringify(right)}\n`.repeat(20_000))

    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    expect(errors).toBe('')
  })

  it('keeps pace with thousands of lines', async () => {
    const run = await grade(Array.from({ length: 5_000 }, (_, id) => ({ ...right, id })))

    expect(run.code).toBe(0)
    expect(run.lines.map(({ id }) => id)).toEqual(Array.from({ length: 5_000 }, (_, id) => id))
  })
})
