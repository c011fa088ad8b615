import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editSketch, openSketch, type SketchEdit, withStages } from '@/app/_components/question/sketch-edits'
import type { SketchBlock } from '@/lib/question/field'

const block = (stage: string): SketchBlock => ({
  stage,
  label: { ko: stage, en: stage },
  inputs: [{ name: 'size', label: { ko: '크기', en: 'Size' }, kind: 'size' }],
})
const written = (stage: string, size: string) => ({ stage, size })
const abc = openSketch([written('a', '1'), written('b', '2'), written('c', '3')])
const names = (sketch: { stages: readonly { stage: string }[] }) =>
  sketch.stages.map(({ stage }) => stage).join('')

const place = fc.integer({ min: -2, max: 6 })
const anEdit: fc.Arbitrary<SketchEdit> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), block: fc.constantFrom(...['x', 'y'].map(block)) }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('remove' as const), at: place }),
  fc.record({ kind: fc.constant('write' as const), at: place, name: fc.constant('size'), text: fc.string() }),
  fc.record({ kind: fc.constant('undo' as const) }),
)

describe('editSketch', () => {
  it('adds a block at the end with its inputs blank', () => {
    expect(editSketch(openSketch([]), { kind: 'add', block: block('input') }).stages).toEqual([
      { stage: 'input', size: '' },
    ])
  })

  it('moves a block, with what is written on it, up and down', () => {
    expect(names(editSketch(abc, { kind: 'move', from: 0, to: 2 }))).toBe('bca')
    const up = editSketch(abc, { kind: 'move', from: 2, to: 1 })
    expect(up.stages[1]).toEqual(written('c', '3'))
    expect(up.keys).toEqual([0, 2, 1])
  })

  it('leaves the sketch alone where there is no such place', () => {
    expect(editSketch(abc, { kind: 'move', from: 0, to: -1 })).toBe(abc)
    expect(editSketch(abc, { kind: 'move', from: 3, to: 0 })).toBe(abc)
    expect(editSketch(abc, { kind: 'remove', at: 3 })).toBe(abc)
    expect(editSketch(abc, { kind: 'undo' })).toBe(abc)
  })

  it('brings removed blocks back one by one, and keeps what was written in between', () => {
    const removed = [0, 1].reduce((sketch, at) => editSketch(sketch, { kind: 'remove', at }), abc)
    expect(names(removed)).toBe('b')
    const edited = editSketch(removed, { kind: 'write', at: 0, name: 'size', text: '22' })
    const once = editSketch(edited, { kind: 'undo' })
    expect(once.stages).toEqual([written('b', '22'), written('c', '3')])
    const twice = editSketch(once, { kind: 'undo' })
    expect(twice.stages).toEqual([written('a', '1'), written('b', '22'), written('c', '3')])
    expect(twice.keys).toEqual(abc.keys)
  })

  it('never gives two blocks the same key, and undoing everything loses no block', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
        const end = edits.reduce(editSketch, abc)
        expect(end.keys).toHaveLength(end.stages.length)
        const all = [...end.keys, ...end.removed.map(({ key }) => key)]
        expect(new Set(all).size).toBe(all.length)
        const undone = end.removed.reduce((sketch) => editSketch(sketch, { kind: 'undo' }), end)
        const added = edits.filter(({ kind }) => kind === 'add').length
        expect(undone.stages).toHaveLength(abc.stages.length + added)
      }),
    )
  })
})

describe('withStages', () => {
  it('keeps keys and removed blocks when the same stages come back from the parent', () => {
    const sketch = editSketch(abc, { kind: 'remove', at: 0 })
    expect(withStages(sketch, sketch.stages)).toBe(sketch)
    expect(withStages(sketch, [...sketch.stages])).toEqual(sketch)
  })

  it('gives new stages new keys, and forgets what another answer had removed', () => {
    const sketch = withStages(editSketch(abc, { kind: 'remove', at: 2 }), [...abc.stages, written('d', '4')])
    expect(sketch.keys.slice(0, 2)).toEqual([0, 1])
    expect(new Set(sketch.keys).size).toBe(4)
    expect(sketch.removed).toEqual([])
  })
})
