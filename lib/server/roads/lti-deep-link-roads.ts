import { z } from 'zod'
import { isId } from '@/lib/core/ids'
import { examRulesSchema } from '@/lib/exam/rules'
import { DEEP_LINK_MS, type DeepLinkView, deepLinkClaims } from '@/lib/lti/deep-link'
import { secret } from '@/lib/lti/launch'
import { escapeHtml, inBoth, type Sentence, simplePage } from './lti-pages'
import { originOf } from './lti-roads'
import { SUBMIT_SCRIPT } from './lti-scripts'
import { readText } from './read-json'
import { requireViewer } from './require-viewer'
import type { Call, Road } from './road'

const choice = z.object({
  /** An exam of the course; empty for a new one of that title. */
  examId: z.string().refine((id) => id === '' || isId(id)),
  title: z.string().trim().max(200),
  language: z.enum(['ko', 'en']),
})

const refusals: Readonly<Record<'gone' | 'choice', Sentence & { readonly status: number }>> = {
  gone: {
    status: 404,
    ko: '이미 고른 시험을 LMS에 보냈거나 시간이 지났습니다. LMS에서 다시 여세요.',
    en: 'An exam was sent to the LMS already, or it took too long. Open this again from the LMS.',
  },
  choice: {
    status: 400,
    ko: '이 강의의 시험을 고르거나 새 시험의 제목을 입력하세요. 뒤로 가서 다시 시도할 수 있습니다.',
    en: 'Choose an exam of this course, or enter a title for a new one. Go back to try again.',
  },
}

/** The exam that was chosen, made first where it is to be a new one; null where it is none of this course. */
async function chosenExam(
  { services }: Call,
  viewer: { readonly id: string; readonly isAdmin: boolean },
  { course, exams }: DeepLinkView,
  { examId, title, language }: z.infer<typeof choice>,
): Promise<{ readonly id: string; readonly title: string; readonly points: number } | null> {
  if (examId !== '') {
    const exam = exams.find(({ id }) => id === examId)
    return exam ? { ...exam, title: exam.title[language] } : null
  }
  if (title === '') return null
  const { builder, clock } = services.deps
  const id = await builder.createExam({
    courseId: course.id,
    viewer,
    title: { ko: title, en: title },
    rules: examRulesSchema.parse({ timeLimitMinutes: 60 }),
    now: clock.now(),
  })
  return id === null ? null : { id, title, points: 0 }
}

/** The instructor has chosen: the answer goes to the platform through their browser, signed by us (Deep Linking 2.0, 4.5). */
const answer: Road = {
  method: 'POST',
  path: '/lti/deep-link/:id/answer',
  async handle(call) {
    const { services, request, params } = call
    const viewer = await requireViewer(call)
    const now = services.deps.clock.now()
    const store = services.deepLinks()
    const id = params.id ?? ''
    const refuse = (what: keyof typeof refusals) =>
      simplePage(call, { status: refusals[what].status, body: inBoth(refusals[what]) })
    const asked = await store.find({ id, viewer, since: new Date(now.getTime() - DEEP_LINK_MS) })
    if (!asked) return refuse('gone')
    const parsed = choice.safeParse(Object.fromEntries(new URLSearchParams(await readText(request))))
    const exam = parsed.success ? await chosenExam(call, viewer, asked, parsed.data) : null
    if (!exam) return refuse('choice')
    if (!(await store.answer({ id, now }))) return refuse('gone')
    const { platform, deploymentId, settings } = asked
    const origin = originOf(call)
    const jwt = await services
      .toolKeys()
      .sign(deepLinkClaims({ platform, deploymentId, settings, exam, origin, nonce: secret(), now }))
    const to = settings.deep_link_return_url
    return simplePage(call, {
      status: 200,
      script: SUBMIT_SCRIPT,
      // The platform may lead on from there, at its own addresses.
      formTo: `${new URL(to).origin} https:`,
      body: `${inBoth({ ko: 'LMS로 보내는 중입니다.', en: 'Sending to the LMS.' })}<form method="post" action="${escapeHtml(to)}"><input type="hidden" name="JWT" value="${escapeHtml(jwt)}"></form>`,
    })
  },
}

export const ltiDeepLinkRoads: readonly Road[] = [answer]
