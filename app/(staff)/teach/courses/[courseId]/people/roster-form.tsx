'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { TextOrFile } from '@/app/_components/ui/text-or-file'
import { useFormAction } from '@/app/_components/use-form-action'
import { roster } from './actions'
import { decodeText } from './decode-text'

/** A roster pasted or read from a file, looked at line by line before anything changes. */
export function RosterForm({ courseId }: { courseId: string }) {
  const t = useTranslations('members')
  const [text, setText] = useState('')
  const { state, pending, form } = useFormAction(roster)
  const done = state.status === 'done' ? state.done : null
  const preview = done?.kind === 'preview' ? done.preview : null
  const changing = preview?.changes.filter(({ kind }) => kind !== 'same') ?? []
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <TextOrFile
        fileLabel={t('roster.file')}
        textLabel={t('roster.paste')}
        name="text"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        read={async (file) => decodeText(new Uint8Array(await file.arrayBuffer()))}
        value={text}
        onChange={setText}
        placeholder={t('roster.example')}
      />
      <div role="status" className="space-y-3">
        {state.status === 'refused' && <Notice tone="bad" title={t(`refused.${state.refusal.kind}`)} />}
        {state.status === 'signed-out' && <Notice tone="bad" title={t('signedOut')} />}
        {state.status === 'invalid' && <Notice tone="bad" title={t('roster.error.too-long')} />}
        {preview && preview.errors.length > 0 && (
          <Notice tone="bad" title={t('roster.errors', { count: preview.errors.length })}>
            <ul className="list-disc pl-5">
              {preview.errors.slice(0, 50).map(({ line, problem, value }) => (
                <li key={line}>
                  {t('roster.line', { line, error: t(`roster.error.${problem}`, { value }) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {preview && preview.changes.length > 0 && (
          <ScrollRegion label={t('roster.preview')}>
            <table className="w-full text-left text-sm">
              <thead className="border-line border-b text-muted">
                <tr>
                  {(['line', 'what', 'name', 'email', 'role'] as const).map((column) => (
                    <th key={column} scope="col" className="py-2 pr-4">
                      {t(`roster.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {preview.changes.map((change) => (
                  <tr key={change.line}>
                    <td className="py-2 pr-4 tabular-nums">{change.line}</td>
                    <td className="min-w-32 break-keep py-2 pr-4 font-medium">
                      {t(`roster.kind.${change.kind}`)}
                    </td>
                    <td className="py-2 pr-4">{change.name}</td>
                    <td className="py-2 pr-4">{change.email}</td>
                    <td className="whitespace-nowrap py-2 pr-4">
                      {t(`role.${change.role}`)}
                      {change.timePercent !== null && ` · ${t('time', { percent: change.timePercent })}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
        {done?.kind === 'applied' && (
          <Notice tone="good" title={t('roster.done')}>
            {done.accounts.length > 0 && (
              <>
                <p>{t('roster.links')}</p>
                <textarea
                  readOnly
                  rows={Math.min(12, done.accounts.length + 1)}
                  aria-label={t('roster.linksLabel')}
                  className="w-full rounded-lg border border-line bg-surface p-3 text-sm"
                  value={done.accounts
                    .map(({ name, email, link }) => [name, email, link].join('\t'))
                    .join('\n')}
                />
              </>
            )}
          </Notice>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="plan" value="" disabled={pending || text.trim() === ''}>
          {t('roster.look')}
        </Button>
        {preview && preview.errors.length === 0 && changing.length > 0 && (
          <Button type="submit" name="plan" value={preview.plan} look="primary" disabled={pending}>
            {t('roster.apply', { count: changing.length })}
          </Button>
        )}
      </div>
    </form>
  )
}
