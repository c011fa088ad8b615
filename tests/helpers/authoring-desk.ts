import { certify } from '@/lib/question/certify'
import { newQuestion, publishQuestion, type QuestionDraft } from '@/lib/use-cases/question-bank'
import { registry } from '@/questions/registry'
import { createExamWorld } from './exam-world'

export interface Stranger {
  readonly who: string
  readonly viewer: { readonly id: string; readonly isAdmin: boolean }
  /** Whether they may at least look. */
  readonly mayRead: boolean
}

export const words = (text: string) => ({ ko: text, en: text })
/** Few variants, so that all of them are looked at in no time. */
export const small = {
  inputs: { min: 8, max: 10 },
  hiddenUnits: { min: 6, max: 8 },
  outputs: { min: 3, max: 4 },
}
export const wholeCertificate = async (slug: string, settings: unknown) => {
  const type = registry.find(slug)
  if (!type) throw new Error(slug)
  return certify(type, settings)
}

/** A course with an instructor at work on its questions, and everybody who may not change them. */
export async function createAuthoringDesk() {
  const world = await createExamWorld()
  const otherCourse = await world.addCourse()
  const person = async (role: 'instructor' | 'grader' | 'observer' | 'student', courseId?: string) => ({
    id: await world.addPerson(role, courseId),
    isAdmin: false,
  })
  const instructor = await person('instructor')
  const gone = await person('instructor')
  await world.database.prisma.enrolment.updateMany({
    where: { userId: gone.id },
    data: { leftAt: world.clock.now() },
  })
  const strangers: readonly Stranger[] = [
    { who: 'grader', viewer: await person('grader'), mayRead: true },
    { who: 'observer', viewer: await person('observer'), mayRead: true },
    { who: 'student', viewer: await person('student'), mayRead: false },
    { who: 'instructor of another course', viewer: await person('instructor', otherCourse), mayRead: false },
    { who: 'instructor who has left', viewer: gone, mayRead: false },
  ]
  const draft = (over: Partial<QuestionDraft> = {}): QuestionDraft => ({
    title: words('Count'),
    settings: { ...small, effortSpread: 10 },
    fixedParams: null,
    ...over,
  })

  async function aQuestion(): Promise<string> {
    const made = await newQuestion(world.deps, {
      courseId: world.courseId,
      viewer: instructor,
      type: 'dnn-parameters',
    })
    if (!made.ok) throw new Error('no question')
    return made.value
  }
  const save = (questionId: string, base: number, over: Partial<QuestionDraft> = {}, viewer = instructor) =>
    world.deps.bank.saveDraft({
      questionId,
      viewer,
      base,
      draft: draft(over),
      tags: ['cnn'],
      now: world.clock.now(),
    })
  const publish = (questionId: string, base: number, viewer = instructor) =>
    publishQuestion(world.deps, { questionId, viewer, base, note: 'first' }, wholeCertificate)
  const find = (questionId: string, viewer = instructor) => world.deps.bank.find({ questionId, viewer })
  async function aVersion(): Promise<{ questionId: string; versionId: string }> {
    const questionId = await aQuestion()
    await save(questionId, 0)
    const done = await publish(questionId, 1)
    if (!done.ok) throw new Error(done.error.kind)
    const versionId = (await find(questionId))?.versions[0]?.id
    if (!versionId) throw new Error('no version')
    return { questionId, versionId }
  }
  return {
    world,
    instructor,
    strangers,
    draft,
    aQuestion,
    save,
    publish,
    find,
    aVersion,
    close: () => world.close(),
  }
}
