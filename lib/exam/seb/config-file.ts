import { QUIT_PATH } from './names'
import { writePlist } from './plist'
import type { SebConfig } from './settings'

/** Where things of an exam are, as browsers know them. */
export interface ExamAddresses {
  /** Such as https://exams.example: no path, no slash at the end. */
  readonly origin: string
  readonly examId: string
}

/** The page that Safe Exam Browser opens first. */
export const startUrl = ({ origin, examId }: ExamAddresses): string => `${origin}/exams/${examId}`

/**
 * The text of an exam's `.seb` file. All students get the same: who they are they say by signing in.
 * `originatorVersion` is left out, since versions of Safe Exam Browser differ in how they leave it out of the key.
 */
export const sebFile = (
  { allowQuit, quitPasswordHash, allowedUrls }: SebConfig,
  addresses: ExamAddresses,
): string =>
  writePlist({
    allowDictation: false,
    allowQuit,
    allowSpellCheck: false,
    browserWindowAllowReload: true,
    // Prefers the modern engine of macOS and iOS.
    browserWindowWebView: 3,
    examSessionClearCookiesOnEnd: true,
    // Whoever signed in to fetch the file is still signed in.
    examSessionClearCookiesOnStart: false,
    ...(quitPasswordHash !== null && { hashedQuitPassword: quitPasswordHash }),
    quitURL: `${startUrl(addresses)}/${QUIT_PATH}`,
    quitURLConfirm: true,
    // The file starts an exam and changes nothing on the device.
    sebConfigPurpose: 0,
    sendBrowserExamKey: true,
    startURL: startUrl(addresses),
    URLFilterEnable: true,
    URLFilterRules: [`${addresses.origin}/*`, ...allowedUrls].map((expression) => ({
      action: 1,
      active: true,
      expression,
      regex: false,
    })),
  })
