'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { formatPoints } from '@/lib/exam/points'
import { examTotals, type Pool } from '@/lib/exam/pools'
import type { ExamDraft, ExamRow, UsableVersion } from '@/lib/use-cases/exam-builder'
import { saveExam } from './actions'
import { BuilderRow } from './builder-row'
import { Refused } from './refused'
import { SortableRows } from './sortable-rows'

interface ExamBuilderProps {
  examId: string
  base: number
  draft: ExamDraft
  versions: readonly UsableVersion[]
  /** Students have started: problems stay as they are. */
  locked: boolean
}

const moved = (rows: readonly ExamRow[], from: number, to: number): readonly ExamRow[] => {
  const next = [...rows]
  const [row] = next.splice(from, 1)
  if (row) next.splice(to, 0, row)
  return next
}

/** The totals that each student gets, as the exam will have them. */
const totalsOf = (rows: readonly ExamRow[]) =>
  examTotals(
    rows.flatMap((row, i): { points: number; pool: Pool | null }[] =>
      row.kind === 'section'
        ? []
        : row.kind === 'fixed'
          ? [{ points: row.points, pool: null }]
          : row.versionIds.map(() => ({ points: row.points, pool: { id: String(i), draw: row.draw } })),
    ),
  )

export function ExamBuilder({ examId, base, draft: stored, versions, locked }: ExamBuilderProps) {
  const t = useTranslations('builder')
  const locale = useLocale()
  const [draft, setDraft] = useState(stored)
  const { state, pending, form } = useFormAction(saveExam)
  const offered = versions.filter(({ outdated }) => !outdated)
  const [chosen, setChosen] = useState(offered[0]?.id ?? '')
  const { rows } = draft
  const setRows = (next: readonly ExamRow[]) => setDraft((before) => ({ ...before, rows: next }))
  const totals = totalsOf(rows)
  const nameOf = (id: string) => {
    const version = versions.find((each) => each.id === id)
    return version ? `${version.title[locale]} (${t('version', { number: version.number })})` : id
  }
  const changed = JSON.stringify(draft) !== JSON.stringify(stored)
  const wrong = state.status === 'invalid' ? Object.values(state.fields)[0] : undefined
  return (
    <form {...form} className="space-y-6" aria-busy={pending}>
      <input type="hidden" name="examId" value={examId} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="draft" value={JSON.stringify(draft)} />
      {locked && <Notice tone="info" title={t('locked')} />}
      <Card className="grid gap-4 sm:grid-cols-2">
        {(['ko', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`titleIn.${language}`)}
            value={draft.title[language]}
            maxLength={200}
            readOnly={locked}
            onChange={(event) =>
              setDraft({ ...draft, title: { ...draft.title, [language]: event.target.value } })
            }
          />
        ))}
        {(['ko', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`descriptionIn.${language}`)}
            value={draft.description[language]}
            maxLength={1000}
            readOnly={locked}
            onChange={(event) =>
              setDraft({ ...draft, description: { ...draft.description, [language]: event.target.value } })
            }
          />
        ))}
      </Card>
      <Card className="space-y-4">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 className="font-semibold text-lg">{t('problems')}</h2>
          <p className="text-muted text-sm" data-testid="totals">
            {t('totals', { count: totals.problems, points: formatPoints(totals.points) })}
          </p>
        </div>
        {rows.length === 0 && <p className="text-muted">{t('noProblems')}</p>}
        <SortableRows
          count={rows.length}
          locked={locked}
          onMove={(from, to) => setRows(moved(rows, from, to))}
        >
          {rows.map((row, i) => (
            <BuilderRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands in its place.
              key={i}
              row={row}
              place={i}
              last={i === rows.length - 1}
              locked={locked}
              nameOf={nameOf}
              addName={chosen === '' ? null : nameOf(chosen)}
              onChange={(next) => setRows(rows.map((each, at) => (at === i ? next : each)))}
              onMove={(to) => setRows(moved(rows, i, to))}
              onRemove={() => setRows(rows.filter((_, at) => at !== i))}
              onAdd={() =>
                row.kind === 'pool' &&
                !row.versionIds.includes(chosen) &&
                setRows(
                  rows.map((each, at) =>
                    at === i ? { ...row, versionIds: [...row.versionIds, chosen] } : each,
                  ),
                )
              }
            />
          ))}
        </SortableRows>
        {!locked && (
          <div className="flex flex-wrap items-end gap-3 border-line border-t pt-4">
            {offered.length === 0 ? (
              <p className="text-muted">{t('noQuestions')}</p>
            ) : (
              <>
                <SelectInput
                  label={t('question')}
                  value={chosen}
                  options={offered.map(({ id }) => [id, nameOf(id)] as const)}
                  onChange={(event) => setChosen(event.target.value)}
                  className="max-w-full"
                />
                <Button onClick={() => setRows([...rows, { kind: 'fixed', versionId: chosen, points: 200 }])}>
                  {t('add')}
                </Button>
                <Button
                  onClick={() =>
                    setRows([...rows, { kind: 'pool', draw: 1, points: 200, versionIds: [chosen] }])
                  }
                >
                  {t('addPool')}
                </Button>
              </>
            )}
            <Button
              onClick={() =>
                setRows([...rows, { kind: 'section', title: { ko: '', en: '' }, text: { ko: '', en: '' } }])
              }
            >
              {t('addSection')}
            </Button>
          </div>
        )}
        <p role="status" className="text-sm">
          {wrong !== undefined && (
            <span className="text-bad">
              {t(`wrong.${wrong === 'points' || wrong === 'draw' || wrong === 'pool' ? wrong : 'other'}`)}
            </span>
          )}
          {changed && <span className="text-muted">{t('unsaved')}</span>}
        </p>
        <Refused state={state} />
        {!locked && (
          <Button type="submit" look="primary" disabled={pending || !changed}>
            {pending ? t('saving') : t('save')}
          </Button>
        )}
      </Card>
    </form>
  )
}
