import { z } from 'zod'
import type { RegistrationRefusal } from '@/lib/lti/registration'
import { log } from '../log'
import { inBoth, type Sentence, simplePage } from './lti-pages'
import { originOf } from './lti-roads'
import { CLOSE_SCRIPT } from './lti-scripts'
import type { Road } from './road'

const query = z.object({
  openid_configuration: z.url({ protocol: /^https?$/ }).max(2_000),
  registration_token: z.string().min(1).max(16_000).optional(),
})

const refusals: Readonly<Record<RegistrationRefusal['kind'] | 'invalid', Sentence>> = {
  invalid: {
    ko: 'LMS가 보낸 주소에 openid_configuration 값이 없거나 올바르지 않습니다. 이 링크는 LMS의 동적 등록 칸에 붙여 넣어 주세요.',
    en: 'The address lacks a proper openid_configuration, which the LMS adds. Paste this link where the LMS asks for a tool’s registration URL.',
  },
  invite: {
    ko: '이 등록 링크는 이미 사용되었거나 기한이 지났습니다. quizgrad 관리자에게 새 링크를 받아 주세요.',
    en: 'This registration link was used already or is too old. Ask the administrator of quizgrad for a new one.',
  },
  unreachable: {
    ko: 'LMS에 연결하지 못했습니다. 이 서버에서 LMS 주소에 https로 접속할 수 있는지 확인한 뒤 다시 시도해 주세요.',
    en: 'The LMS could not be reached. See that this server can reach its addresses over https, and try again.',
  },
  configuration: {
    ko: 'LMS의 openid-configuration을 읽을 수 없거나 필요한 값이 빠졌습니다.',
    en: 'The openid-configuration of the LMS can not be read, or lacks a value that is needed.',
  },
  'foreign-issuer': {
    ko: 'LMS의 발급자(issuer)가 설정 주소와 다른 서버입니다. 등록하지 않았습니다.',
    en: 'The issuer of the LMS is another host than that of its configuration. Nothing was registered.',
  },
  refused: {
    ko: 'LMS가 등록을 거부했습니다. 등록 토큰이 이미 사용되었거나 기한이 지났을 수 있습니다. LMS에서 등록을 다시 시작해 주세요.',
    en: 'The LMS refused the registration: its token may be used or too old. Start the registration anew in the LMS.',
  },
  unreadable: {
    ko: 'LMS의 등록 응답에 클라이언트 ID가 없습니다.',
    en: 'The answer of the LMS holds no client ID.',
  },
  taken: {
    ko: '같은 발급자와 클라이언트 ID의 LMS가 이미 등록되어 있습니다.',
    en: 'There is an LMS with this issuer and client ID already.',
  },
  'other-keys': {
    ko: '같은 발급자의 LMS가 다른 주소의 키(JWKS)로 이미 등록되어 있습니다. quizgrad 관리자에게 알려 주세요.',
    en: 'An LMS of this issuer is registered with its keys at another address. Please tell the administrator of quizgrad.',
  },
}

/** Opened by the platform's administrator, from a link that ours has made (Dynamic Registration 1.0). */
const register: Road = {
  method: 'GET',
  path: '/lti/register/:invite',
  async handle(call) {
    const { services, request, params } = call
    const sent = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
    const parsed = query.safeParse(sent)
    if (!parsed.success) return simplePage(call, { status: 400, body: inBoth(refusals.invalid) })
    const done = await services.registration().register({
      invite: params.invite ?? '',
      configurationUrl: parsed.data.openid_configuration,
      registrationToken: parsed.data.registration_token ?? null,
      origin: originOf(call),
    })
    if (!done.ok) {
      log.warn({ ...done.error, from: 'lti' }, 'registration refused')
      return simplePage(call, { status: 403, body: inBoth(refusals[done.error.kind]) })
    }
    return simplePage(call, {
      status: 200,
      script: CLOSE_SCRIPT,
      body: inBoth({
        ko: '등록했습니다. quizgrad 관리자가 LMS 페이지에서 켜면 사용할 수 있습니다. 이 창은 닫아도 됩니다.',
        en: 'Registered. It can be used once an administrator of quizgrad turns it on, on the page of LMSs there. You can close this window.',
      }),
    })
  },
}

export const ltiRegisterRoads: readonly Road[] = [register]
