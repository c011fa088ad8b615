import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import type { Deps } from '@/lib/use-cases/deps'
import { removeStudent } from '@/lib/use-cases/remove-student'
import { registry } from '@/questions/registry'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { type ExamDesk, examDesk, type Sitting } from '../../helpers/exam-desk'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { living } from '../../helpers/logins'

let world: ExamWorld
let desk: ExamDesk
let app: RunningApp
let deps: Deps
let instructor: string
let sitting: Sitting

const NAME = '=HYPERLINK("https://evil.example","박서준")'

beforeAll(async () => {
  world = await createExamWorld()
  desk = examDesk(world)
  // The server's clock is the real one.
  deps = { ...world.deps, clock: { now: () => new Date() } }
  instructor = await world.addPerson('instructor')
  sitting = await desk.sit({ deps })
  await world.database.prisma.user.update({ where: { id: sitting.userId }, data: { name: NAME } })
  await desk.save(sitting, { response: { total: '62' }, now: new Date() })
  await desk.save(sitting, { response: { total: '(6×5+5)+(5×4+4)+(4×3+3)' }, base: 1, now: new Date() })
  await submitAttempt(deps, { attemptId: sitting.attemptId, userId: sitting.userId })
  app = await startApp({ databaseUrl: world.databaseUrl, pages: false })
})
afterAll(async () => {
  await app?.stop()
  await world.close()
})

async function download(path: string) {
  const cookie = await living(world.database, instructor)
  const response = await fetch(app.url + path, { headers: { cookie } })
  expect(response.status).toBe(200)
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    name: decodeURIComponent(
      /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
    ),
    type: response.headers.get('content-type'),
  }
}

describe('files', () => {
  it('CSV of an exam: a clear name, the mark, points, and no formula', async () => {
    const { bytes, name, type } = await download(`/api/exams/${world.examId}/gradebook.csv?lang=ko`)
    const text = strFromU8(bytes)
    expect(name).toMatch(/^Exam – 성적부 \d{4}-\d\d-\d\d\.csv$/)
    expect(type).toBe('text/csv; charset=utf-8')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text).toContain(`"'${NAME.replaceAll('"', '""')}"`)
    expect(text.split('\r\n')[1]).toMatch(/,2,0,0,2,6,33\.3,0$/)
  })

  it('XLSX: a sheet whose texts are texts', async () => {
    for (const path of [
      `/api/exams/${world.examId}/gradebook.xlsx`,
      `/api/courses/${world.courseId}/gradebook.xlsx`,
    ]) {
      const { bytes, name } = await download(`${path}?lang=en`)
      expect(name).toMatch(/gradebook \d{4}-\d\d-\d\d\.xlsx$/)
      const files = unzipSync(bytes)
      const everything = Object.values(files)
        .map((each) => strFromU8(each))
        .join('')
      expect(everything).toContain('HYPERLINK(')
      expect(everything).not.toContain('<f>')
    }
  })

  it('CSV of a course: the total of the exam', async () => {
    const { bytes } = await download(`/api/courses/${world.courseId}/gradebook.csv?lang=en`)
    expect(strFromU8(bytes)).toMatch(/,2,6\r\n$/)
  })

  it('JSON Lines: all that it takes to grade anew', async () => {
    const others = await Promise.all(Array.from({ length: 60 }, () => desk.sit({ deps })))
    const { bytes, name } = await download(`/api/exams/${world.examId}/attempts.jsonl?lang=en`)
    expect(name).toMatch(/^Exam – attempts .*\.jsonl$/)
    const lines = strFromU8(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    // More than one page of them.
    expect(lines.length).toBe(1 + others.length)
    const own = lines.find((line) => line.attempt === sitting.attemptId)
    expect(own).toMatchObject({
      student: { name: NAME },
      closeReason: 'submitted',
      events: expect.arrayContaining([expect.objectContaining({ kind: 'started' })]),
    })
    const [item] = own.items
    expect(item.revisions.map(({ response }: { response: object }) => response)).toEqual([
      { total: '62' },
      { total: '(6×5+5)+(5×4+4)+(4×3+3)' },
    ])
    for (const each of own.items) {
      const answer = each.revisions.at(-1)?.response ?? {}
      expect(registry.find(each.type)?.grade(each.params, answer, each.settings)).toEqual(
        each.grades.at(-1).result,
      )
    }
    await world.database.prisma.attempt.deleteMany({
      where: { id: { in: others.map(({ attemptId }) => attemptId) } },
    })
  })

  it("a student's data: who they are and what they did, without the server's secrets", async () => {
    const { bytes, name } = await download(
      `/api/courses/${world.courseId}/students/${sitting.userId}/data.json?lang=en`,
    )
    const data = JSON.parse(strFromU8(bytes))
    expect(name).toMatch(/\.json$/)
    expect(name).not.toMatch(/[":/]/)
    expect(data.student).toMatchObject({ id: sitting.userId, name: NAME })
    expect(data.attempts[0].items[0].grades[0]).toMatchObject({ points: 200 })
    expect(
      await world.database.prisma.auditEntry.findFirst({ where: { action: 'student-data-exported' } }),
    ).toMatchObject({ byId: instructor, data: { userId: sitting.userId } })
    expect(JSON.stringify(data)).not.toMatch(/passwordHash|password_hash|"seed"/)
  })
})

describe('removing a student', () => {
  const remove = (who: { userId: string }, over: Partial<Parameters<typeof removeStudent>[1]> = {}) =>
    removeStudent(deps, {
      courseId: world.courseId,
      userId: who.userId,
      viewer: { id: instructor, isAdmin: false },
      mode: 'anonymise',
      typedName: 'Person',
      ...over,
    })
  const handIn = async () => {
    const own = await desk.sit({ deps })
    await desk.save(own, { response: { total: '74' }, now: new Date() })
    await submitAttempt(deps, { attemptId: own.attemptId, userId: own.userId })
    return own
  }
  const { count } = {
    count: (mode: string) => world.database.prisma.auditEntry.count({ where: { action: mode } }),
  }

  it('anonymise keeps answers and grades under a name that says nothing, and the account goes', async () => {
    const own = await handIn()
    await world.database.prisma.auditEntry.create({
      data: {
        courseId: world.courseId,
        byId: instructor,
        action: 'exception',
        data: { userId: own.userId },
        at: new Date(),
      },
    })
    expect(await remove(own)).toEqual({ ok: true, value: null })
    const { prisma } = world.database
    const attempt = await prisma.attempt.findUniqueOrThrow({
      where: { id: own.attemptId },
      include: {
        user: true,
        items: { orderBy: { position: 'asc' }, include: { grades: true, revisions: true } },
      },
    })
    expect(attempt.user.name).toMatch(/^Anonymous [0-9a-f]{8}$/)
    expect(attempt.user.email).toBeNull()
    expect(attempt.items[0]?.awarded).toBe(200)
    expect(attempt.items[0]?.revisions.length).toBe(1)
    expect(await prisma.user.findUnique({ where: { id: own.userId } })).toBeNull()
    const audit = await prisma.auditEntry.findMany({ where: { courseId: world.courseId } })
    // The audit stays as it was written; its number belongs to nobody any more, and leads to no attempt.
    expect(JSON.stringify(audit)).not.toContain('Person')
    expect(audit.find(({ action }) => action === 'student-anonymised')).toMatchObject({
      byId: instructor,
      data: { attempts: 1 },
    })
  })

  it('delete takes everything of the course, and nothing of another course', async () => {
    const own = await handIn()
    const other = await world.addCourse()
    await world.database.prisma.enrolment.create({
      data: { courseId: other, userId: own.userId, role: 'student' },
    })
    expect(await remove(own, { mode: 'delete' })).toMatchObject({ ok: true })
    const { prisma } = world.database
    expect(await prisma.attempt.findUnique({ where: { id: own.attemptId } })).toBeNull()
    expect(await prisma.grade.count({ where: { itemId: { in: [...own.itemIds] } } })).toBe(0)
    expect(
      (await prisma.enrolment.findMany({ where: { userId: own.userId } })).map(({ courseId }) => courseId),
    ).toEqual([other])
    expect(await prisma.user.findUnique({ where: { id: own.userId } })).not.toBeNull()
    expect(await count('student-deleted')).toBe(1)
  })

  it('asks for the name, waits for an open attempt, and is for those who may change the course', async () => {
    const own = await handIn()
    expect(await remove(own, { typedName: 'Somebody' })).toMatchObject({ error: { kind: 'name-differs' } })
    const working = await desk.sit({ deps })
    expect(await remove(working)).toMatchObject({ error: { kind: 'working' } })
    for (const id of [
      await world.addPerson('grader'),
      await world.addPerson('observer'),
      own.userId,
      await world.addPerson('instructor', await world.addCourse()),
    ])
      expect(await remove(own, { viewer: { id, isAdmin: false } })).toMatchObject({
        error: { kind: 'not-found' },
      })
    // Staff are no students to be removed in this way.
    expect(await remove({ userId: await world.addPerson('observer') })).toMatchObject({
      error: { kind: 'not-found' },
    })
    expect((await desk.attempt(own)).userId).toBe(own.userId)
    expect(await remove(own, { viewer: { id: await world.addPerson('none'), isAdmin: true } })).toMatchObject(
      { ok: true },
    )
  })
})
