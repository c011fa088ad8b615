import { cookies } from 'next/headers'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const THEME_COOKIE = 'theme'

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)

/** The brightness chosen by hand, else the device's. */
export async function chosenTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  return isTheme(chosen) ? chosen : 'system'
}
