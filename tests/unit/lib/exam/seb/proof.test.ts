import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sebFile } from '@/lib/exam/seb/config-file'
import { configKey } from '@/lib/exam/seb/config-key'
import { isInside, type SebProof } from '@/lib/exam/seb/proof'
import { changedSettings, type SebSettings } from '@/lib/exam/seb/settings'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const addresses = { origin: 'https://exams.example', examId: 'e1' }
const settings: SebSettings = {
  allowQuit: true,
  quitPasswordHash: null,
  allowedUrls: ['docs.example/*'],
  browserExamKeys: ['ab'.repeat(32)],
  former: [],
}
const key = configKey(sebFile(settings, addresses), digest)
const url = 'https://exams.example/api/attempts/a1/save'
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute))
const attempt = { id: 'a1', startedAt: at(5) }
const asked = (proof: Partial<SebProof>, of: typeof attempt | null = attempt, by: SebSettings = settings) =>
  isInside(by, addresses, of, { url, sent: [], read: [], ...proof }, digest)

describe('isInside', () => {
  it('takes either key, over the address that was asked for', () => {
    expect(asked({ sent: [digest(url + key)] })).toBe(true)
    expect(asked({ sent: [digest(url + 'ab'.repeat(32))] })).toBe(true)
    expect(asked({ sent: ['0'.repeat(64), digest(url + key)] })).toBe(true)
  })

  it('refuses nothing at all, other keys, other addresses and other origins', () => {
    expect(asked({})).toBe(false)
    expect(asked({ sent: [key] })).toBe(false)
    expect(asked({ sent: [digest(url + digest('another'))] })).toBe(false)
    expect(asked({ sent: [digest(`${url}?again=1${key}`)] })).toBe(false)
    expect(asked({ sent: [digest(url.replace('exams.example', 'evil.example') + key)] })).toBe(false)
  })

  it('takes what a page read at the exam or in the room, and no header in its place', () => {
    const [exam, room] = ['https://exams.example/exams/e1', 'https://exams.example/attempts/a1']
    expect(asked({ read: [digest(exam + key)] })).toBe(true)
    expect(asked({ read: [digest(room + key)] })).toBe(true)
    expect(asked({ read: [digest(room + key)] }, null)).toBe(false)
    expect(asked({ read: [digest(`https://exams.example/attempts/a2${key}`)] })).toBe(false)
    expect(asked({ read: [digest(url + key)] })).toBe(false)
    expect(asked({ sent: [digest(room + key)] })).toBe(false)
  })

  it('lets whoever was at work go on with the file from before a change, and nobody start with it', () => {
    const after = changedSettings(settings, { ...settings, allowQuit: false }, at(10))
    const old = { sent: [digest(url + key)] }
    expect(asked(old, attempt, after)).toBe(true)
    expect(asked(old, { id: 'a1', startedAt: at(10) }, after)).toBe(false)
    expect(asked(old, null, after)).toBe(false)
    const newKey = configKey(sebFile(after, addresses), digest)
    expect(asked({ sent: [digest(url + newKey)] }, attempt, after)).toBe(true)
  })

  it('keeps no file from before where only Browser Exam Keys change', () => {
    const after = changedSettings(settings, { ...settings, browserExamKeys: [] }, at(10))
    expect(after.former).toEqual([])
    expect(asked({ sent: [digest(url + 'ab'.repeat(32))] }, attempt, after)).toBe(false)
  })
})

it("the file names the exam's page, our addresses and what else may be opened, and escapes what it is given", () => {
  const file = sebFile({ ...settings, allowedUrls: ['a.example/?x=1&y=<2>'] }, addresses)
  expect(file).toContain('<string>https://exams.example/exams/e1</string>')
  expect(file).toContain('<string>https://exams.example/*</string>')
  expect(file).toContain('<string>a.example/?x=1&amp;y=&lt;2&gt;</string>')
  expect(file).not.toContain('hashedQuitPassword')
})
