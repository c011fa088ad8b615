import { expect, it } from 'vitest'
import { deviceOf } from '@/lib/auth/device'

const mozilla = (system: string, rest: string) => `Mozilla/5.0 (${system}) ${rest}`
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [mozilla('Windows NT 10.0; Win64; x64', `${webkit} Chrome/150.0 Safari/537.36`), 'Chrome', 'Windows'],
  [
    mozilla('Windows NT 10.0; Win64; x64', `${webkit} Chrome/150.0 Safari/537.36 Edg/150.0`),
    'Edge',
    'Windows',
  ],
  [mozilla('Windows NT 10.0', `${webkit} Chrome/150.0 Whale/4.30 Safari/537.36`), 'Whale', 'Windows'],
  [
    mozilla('Macintosh; Intel Mac OS X 10_15_7', 'AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15'),
    'Safari',
    'macOS',
  ],
  [
    mozilla('Macintosh; Intel Mac OS X 10_15_7', 'AppleWebKit/605.1.15 SEB/3.6'),
    'Safe Exam Browser',
    'macOS',
  ],
  [
    mozilla(
      'iPhone; CPU iPhone OS 26_0 like Mac OS X',
      'AppleWebKit/605.1.15 CriOS/150.0 Mobile Safari/604.1',
    ),
    'Chrome',
    'iPhone',
  ],
  [
    mozilla('Linux; Android 16', `${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`),
    'Samsung Internet',
    'Android',
  ],
  [mozilla('X11; Linux x86_64; rv:150.0', 'Gecko/20100101 Firefox/150.0'), 'Firefox', 'Linux'],
  ['curl/8.5.0', null, null],
  [null, null, null],
])('%s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system })
})
