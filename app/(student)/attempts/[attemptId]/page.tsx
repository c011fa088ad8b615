import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { Markdown } from '@/app/_components/markdown'
import { Statement } from '@/app/_components/question/statement'
import { SebGate } from '@/app/_components/seb/seb-gate'
import { currentSebRequest } from '@/lib/server/seb-page'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'
import { readRoom } from '@/lib/use-cases/read-attempt'
import { mayWorkHere } from '@/lib/use-cases/safe-exam-browser'
import { ExamRoom } from './_room/exam-room'

interface Props {
  params: Promise<{ attemptId: string }>
}

const load = cache(async (attemptId: string) => {
  const viewer = await requirePerson(`/attempts/${attemptId}`)
  return readRoom(services().deps, { attemptId, userId: viewer.id })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const room = await load((await params).attemptId)
  return { title: room?.exam.title[await getLocale()] ?? '' }
}

export default async function AttemptPage({ params }: Props) {
  const { attemptId } = await params
  const viewer = await requirePerson(`/attempts/${attemptId}`)
  const room = await load(attemptId)
  if (!room) notFound()
  if (room.state === 'closed') redirect(`/attempts/${room.attemptId}/result`)
  const locale = await getLocale()
  const seb = await currentSebRequest()
  if (!(await mayWorkHere(services().deps, { attemptId: room.attemptId, userId: viewer.id }, seb)))
    return (
      <div className="mx-auto max-w-3xl space-y-6">
        <h1 className="font-bold text-2xl">{room.exam.title[locale]}</h1>
        <SebGate examId={room.exam.id} running request={seb} />
      </div>
    )
  return (
    <ExamRoom
      // In one-way navigation the next problem is another page.
      key={room.navigation === 'one-way' ? room.items[0]?.id : room.attemptId}
      room={room}
      statements={room.items.map((item) => (
        <div key={item.id} className="space-y-4">
          {item.section && (
            <aside className="space-y-1 border-accent border-l-4 pl-4">
              <p className="font-semibold">{item.section.title[locale]}</p>
              {item.section.text[locale] !== '' && <Markdown text={item.section.text[locale]} />}
            </aside>
          )}
          <Statement question={item.question} locale={locale} />
        </div>
      ))}
    />
  )
}
