import { sebFile } from '@/lib/exam/seb/config-file'
import { FILE_PATH, QUIT_PATH } from '@/lib/exam/seb/names'
import { publicOrigin } from '../public-origin'
import { requireViewer } from './require-viewer'
import { Refusal, type Road, type Stream } from './road'

/** What Safe Exam Browser itself asks for: the exam's file, and the address at which it ends. */

const redirect = (location: string): Stream => ({
  stream: (response) => void response.writeHead(303, { location, 'cache-control': 'no-store' }).end(),
})

const file: Road = {
  method: 'GET',
  path: `/exams/:examId/${FILE_PATH}`,
  async handle(call) {
    const { services, request, params } = call
    const examId = params.examId ?? ''
    const viewer = await requireViewer(call).catch((refusal: unknown) => {
      if (refusal instanceof Refusal && refusal.status === 401) return null
      throw refusal
    })
    // Safe Exam Browser that opens the link with no login of its own shows the sign-in page, and fetches the file after.
    if (!viewer) return redirect(`/sign-in?next=${encodeURIComponent(`/exams/${examId}/${FILE_PATH}`)}`)
    const settings = await services.deps.safeExamBrowser.findForFile({ examId, viewer })
    if (!settings) throw new Refusal(404, 'not-found', 'There is no such file for you.')
    const origin = publicOrigin(services.env, request.headers.host)
    const bytes = Buffer.from(sebFile(settings, { origin, examId }))
    return {
      stream: (response) =>
        void response
          .writeHead(200, {
            'content-type': 'application/seb',
            'content-length': bytes.length,
            'content-disposition': `attachment; filename="${FILE_PATH}"`,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .end(bytes),
    }
  },
}

/** Safe Exam Browser ends before it asks for this; every other browser goes back to the exam. */
const quit: Road = {
  method: 'GET',
  path: `/exams/:examId/${QUIT_PATH}`,
  handle: ({ params }) => redirect(`/exams/${encodeURIComponent(params.examId ?? '')}`),
}

export const sebRoads: readonly Road[] = [file, quit]
