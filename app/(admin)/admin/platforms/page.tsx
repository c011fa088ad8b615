import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { CLAIMS, SCOPES, toolAddresses } from '@/lib/lti/tool-description'
import { services } from '@/lib/server/services'
import { requireAdmin } from '@/lib/server/viewer'
import { CheckForm } from './check-form'
import { CopyValue } from './copy-value'
import { InviteForm } from './invite-form'
import { ownOrigin } from './own-origin'
import { ApproveForm, PlatformForm, SwitchForm } from './platform-forms'
import { ToolKeysCard } from './tool-keys'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lms'))('title') }
}

/** Learning management systems through which people come in, and what to enter there. */
export default async function PlatformsPage() {
  const viewer = await requireAdmin('/admin/platforms')
  const { deps, toolKeys } = services()
  const platforms = await deps.platforms.list(viewer)
  if (!platforms) notFound()
  const t = await getTranslations('lms')
  const addresses = toolAddresses(await ownOrigin())
  const values = [
    ...(['loginUrl', 'redirectUrl', 'targetUrl', 'deepLinkUrl', 'keysUrl'] as const).map(
      (name) => [name, addresses[name]] as const,
    ),
    ['scopes', SCOPES.join(' ')] as const,
    ['claims', CLAIMS.join(' ')] as const,
  ]
  return (
    <div className="space-y-6">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      <Card aria-labelledby="values" className="space-y-3">
        <h2 id="values" className="font-semibold text-lg">
          {t('values')}
        </h2>
        <p className="text-muted">{t('valuesText')}</p>
        <dl className="space-y-2">
          {values.map(([name, value]) => (
            <div key={name}>
              <dt className="text-muted text-sm">{t(name)}</dt>
              <dd className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <span className="select-all break-all font-mono text-sm">{value}</span>
                <CopyValue name={t(name)} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card aria-labelledby="registration" className="space-y-3">
        <h2 id="registration" className="font-semibold text-lg">
          {t('registration.title')}
        </h2>
        <p className="text-muted">{t('registration.text')}</p>
        <InviteForm />
      </Card>
      <ToolKeysCard keys={await toolKeys().list()} url={addresses.keysUrl} />
      {platforms.map((platform) => (
        <Card key={platform.id} aria-labelledby={platform.id} className="space-y-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id={platform.id} className="font-semibold text-lg">
              {platform.name}
            </h2>
            <Badge tone={platform.active ? 'good' : 'neutral'}>{t(platform.active ? 'active' : 'off')}</Badge>
          </div>
          <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
            {(['issuer', 'clientId', 'authUrl', 'tokenUrl', 'jwksUrl'] as const).map((name) => (
              <div key={name} className="contents">
                <dt className="text-muted">{t(name)}</dt>
                <dd className="break-all">{platform[name]}</dd>
              </div>
            ))}
            {platform.tokenAudience !== null && (
              <div className="contents">
                <dt className="text-muted">{t('tokenAudience')}</dt>
                <dd className="break-all">{platform.tokenAudience}</dd>
              </div>
            )}
            {platform.frameOrigins.length > 0 && (
              <div className="contents">
                <dt className="text-muted">{t('frameOrigins')}</dt>
                <dd className="break-all">{platform.frameOrigins.join(' ')}</dd>
              </div>
            )}
          </dl>
          <ul className="divide-y divide-line">
            {platform.deployments.map(({ deploymentId, approvedAt }) => (
              <li key={deploymentId} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="break-all">{t('deploymentNamed', { id: deploymentId })}</span>
                {approvedAt === null ? (
                  <ApproveForm platformId={platform.id} deploymentId={deploymentId} />
                ) : (
                  <Badge tone="good">{t('approved')}</Badge>
                )}
              </li>
            ))}
          </ul>
          <CheckForm platformId={platform.id} />
          <details>
            <summary className="flex min-h-11 cursor-pointer items-center text-accent">{t('mend')}</summary>
            <PlatformForm platform={platform} />
          </details>
          <SwitchForm platformId={platform.id} active={platform.active} />
        </Card>
      ))}
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('add')}</h2>
        <PlatformForm />
      </Card>
    </div>
  )
}
