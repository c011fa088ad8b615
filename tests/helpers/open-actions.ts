/** Server actions for everybody: choices of the browser, which need no login, and what a link entitles to. */
export const forEverybody: readonly string[] = [
  'chooseLocale',
  'chooseTheme',
  'joinAsNew',
  'setUp',
  'forgotPassword',
  'resetPassword',
  'signUp',
  'confirmAddress',
]
