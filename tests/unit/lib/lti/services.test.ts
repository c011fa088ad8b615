import { describe, expect, it } from 'vitest'
import { retryAfter } from '@/lib/lti/access-tokens'
import { below, isSame, scoreBody } from '@/lib/lti/grade-services'
import { readRoster } from '@/lib/lti/roster-sync'
import { readServiceClaims } from '@/lib/lti/service-claims'
import { nextPage } from '@/lib/lti/service-client'

it('addresses of scores and results are below the path, and keep the query', () => {
  expect(below('https://lms.example/a/7/lineitem?type_id=1', 'scores').href).toBe(
    'https://lms.example/a/7/lineitem/scores?type_id=1',
  )
  expect(below('https://lms.example/items/7/', 'results').href).toBe('https://lms.example/items/7/results')
})

it.each([
  ['<https://a.example/p?x=1&page=2>; rel="next"', 'https://a.example/p?x=1&page=2'],
  ['<https://a.example/p?x=1&amp;page=2>; rel=\u201cnext\u201d', 'https://a.example/p?x=1&page=2'],
  ['<?page=1>; rel="first", <?page=3>; title="c"; rel=next', 'https://a.example/list?page=3'],
  ['<?page=9>; rel="last"', null],
  ['nonsense', null],
  [null, null],
])('the next page of %s', (header, wanted) => {
  expect(nextPage(header, 'https://a.example/list')).toBe(wanted)
})

it('Retry-After is a number of seconds or a date, a day at most', () => {
  const now = new Date('2026-11-25T00:00:00Z')
  const of = (value: string) => retryAfter(new Headers({ 'retry-after': value }), now)
  expect(of('30')).toBe(30_000)
  expect(of('Wed, 25 Nov 2026 00:01:00 GMT')).toBe(60_000)
  expect(of('Tue, 24 Nov 2026 00:00:00 GMT')).toBe(0)
  expect(of('99999999')).toBe(86_400_000)
  expect(of('soon')).toBeNull()
  expect(retryAfter(new Headers(), now)).toBeNull()
})

describe('scores', () => {
  it('are the same up to rounding, on either scale', () => {
    expect(isSame({ score: 3.33, max: 10 }, { given: 3333, max: 10_000 })).toBe(true)
    expect(isSame({ score: 0.8, max: 1 }, { given: 8000, max: 10_000 })).toBe(true)
    expect(isSame({ score: 81, max: 100 }, { given: 8000, max: 10_000 })).toBe(false)
    expect(isSame({ score: null, max: 1 }, { given: 0, max: 600 })).toBe(false)
    expect(isSame({ score: null, max: 1 }, { given: null, max: 600 })).toBe(true)
  })

  it('carry points and maximum, or neither', () => {
    const base = { max: 600, activity: 'Completed', attempt: 2, stamp: '2026-11-25T00:00:00.000Z' } as const
    expect(scoreBody('u', { ...base, given: 450, grading: 'FullyGraded' })).toMatchObject({
      userId: 'u',
      scoreGiven: 4.5,
      scoreMaximum: 6,
      timestamp: '2026-11-25T00:00:00.000Z',
    })
    const pending = scoreBody('u', { ...base, given: null, grading: 'PendingManual' })
    expect(pending).not.toHaveProperty('scoreGiven')
    expect(pending).not.toHaveProperty('scoreMaximum')
  })
})

it('reads active members once each, by the whole name or its parts; a page of another shape is none', () => {
  const member = (user_id: unknown, more: object = {}) => ({ user_id, roles: ['Learner'], ...more })
  expect(
    readRoster([
      { members: [member('a', { name: 'A' }), member(7), member('c', { status: 'Inactive' })] },
      { members: [member('a', { given_name: 'A', family_name: 'B', roles: ['Instructor'] })] },
    ]),
  ).toEqual([
    { subject: 'a', name: 'A B', isStudent: false },
    { subject: '7', name: null, isStudent: true },
  ])
  expect(readRoster([{ members: [member('a')] }, { error: 'no' }])).toBeNull()
})

it('services of a launch that are not described as they should be are not there', () => {
  const endpoint = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'
  expect(readServiceClaims({ [endpoint]: { lineitems: 'javascript:alert(1)', scope: ['s'] } })).toEqual({
    lineItemUrl: null,
    lineItemsUrl: null,
    scopes: [],
    membershipsUrl: null,
  })
})
