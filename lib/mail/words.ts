import type { Locale } from '@/lib/core/localized'

/** What a mail is about; the link, where it has one, stands on a line of its own. */
export type MailSubject = 'reset' | 'address' | 'sign-up' | 'has-account' | 'address-changed' | 'password-set'

interface Words {
  readonly subject: string
  /** Before and after the link. */
  readonly before: string
  readonly after: string
}

/** Nothing that anybody typed is in them: no mail of ours carries a stranger's words. */
export const mailWords: Readonly<Record<MailSubject, Readonly<Record<Locale, Words>>>> = {
  reset: {
    ko: {
      subject: '[quizgrad] 비밀번호 다시 정하기',
      before: '아래 링크에서 새 비밀번호를 정하세요. 링크는 45분 동안 한 번만 쓸 수 있습니다.',
      after: '요청하신 적이 없다면 이 메일을 무시하세요. 비밀번호는 그대로입니다.',
    },
    en: {
      subject: '[quizgrad] Set a new password',
      before: 'Set a new password here. The link works once, within 45 minutes.',
      after: 'If you did not ask for this, ignore this mail: your password stays as it is.',
    },
  },
  address: {
    ko: {
      subject: '[quizgrad] 이메일 주소 확인',
      before:
        '이 주소를 계정의 이메일로 쓰려면 아래 링크에서 확인해 주세요. 링크는 24시간 동안 쓸 수 있습니다.',
      after: '요청하신 적이 없다면 이 메일을 무시하세요.',
    },
    en: {
      subject: '[quizgrad] Confirm your e-mail address',
      before: 'Confirm here that this is the address of your account. The link works for 24 hours.',
      after: 'If you did not ask for this, ignore this mail.',
    },
  },
  'sign-up': {
    ko: {
      subject: '[quizgrad] 계정 만들기',
      before: '아래 링크에서 확인하면 계정이 만들어집니다. 링크는 24시간 동안 쓸 수 있습니다.',
      after: '요청하신 적이 없다면 이 메일을 무시하세요. 계정은 만들어지지 않습니다.',
    },
    en: {
      subject: '[quizgrad] Make your account',
      before: 'Confirm here, and your account is made. The link works for 24 hours.',
      after: 'If you did not ask for this, ignore this mail: no account is made.',
    },
  },
  'has-account': {
    ko: {
      subject: '[quizgrad] 계정이 이미 있습니다',
      before:
        '이 주소로 계정을 새로 만들려는 요청이 있었지만, 이 주소의 계정이 이미 있습니다. 여기서 로그인하세요.',
      after:
        '비밀번호를 잊으셨다면 로그인 화면에서 다시 정할 수 있습니다. 요청하신 적이 없다면 이 메일을 무시하세요.',
    },
    en: {
      subject: '[quizgrad] You already have an account',
      before: 'Somebody asked for a new account with this address, but there is one already. Sign in here.',
      after:
        'If you forgot the password, you can set a new one from the sign-in page. If you did not ask for this, ignore this mail.',
    },
  },
  'address-changed': {
    ko: {
      subject: '[quizgrad] 계정의 이메일 주소가 바뀌었습니다',
      before: '계정의 이메일 주소가 다른 주소로 바뀌었습니다. 앞으로 이 주소로는 로그인할 수 없습니다.',
      after: '직접 바꾸신 것이 아니라면 바로 관리자에게 알려 주세요.',
    },
    en: {
      subject: '[quizgrad] The address of your account was changed',
      before: 'Your account now has another e-mail address. This one no longer signs in.',
      after: 'If that was not you, tell the administrator at once.',
    },
  },
  'password-set': {
    ko: {
      subject: '[quizgrad] 비밀번호를 새로 정했습니다',
      before: '계정의 비밀번호가 새로 정해졌고, 열려 있던 로그인은 모두 끝났습니다.',
      after: '직접 하신 것이 아니라면 바로 관리자에게 알려 주세요.',
    },
    en: {
      subject: '[quizgrad] Your password was set anew',
      before: 'The password of your account was set anew, and every open login was ended.',
      after: 'If that was not you, tell the administrator at once.',
    },
  },
}

/** A mail's subject and text. */
export function writeMail(
  about: MailSubject,
  locale: Locale,
  link: string | null,
): { readonly subject: string; readonly text: string } {
  const { subject, before, after } = mailWords[about][locale]
  return { subject, text: [before, ...(link === null ? [] : [link]), after].join('\n\n') }
}
