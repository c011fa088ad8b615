import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createPlatformKeys, requireOutside } from '@/lib/lti/platform-keys'

describe('keys are fetched from outside alone', () => {
  it.each([
    'http://lms.example.edu/jwks',
    'https://127.0.0.1/jwks',
    'https://[::1]/jwks',
    'https://[::ffff:10.0.0.1]/jwks',
    'https://10.1.2.3/jwks',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/',
    'https://localhost/jwks',
    'file:///etc/passwd',
    'ftp://lms.example.edu/jwks',
  ])('not from %s', async (address) => {
    await expect(requireOutside(address, false)).rejects.toThrow(/keys are/)
  })

  it('from one’s own network where that is set, but by no other protocol', async () => {
    await requireOutside('http://127.0.0.1/jwks', true)
    await expect(requireOutside('file:///etc/passwd', true)).rejects.toThrow()
  })
})

describe('keys are kept, and looked for anew when one is not known', () => {
  const setUp = async () => {
    const pairs = await Promise.all(
      ['a', 'b'].map(async (kid) => ({ kid, ...(await generateKeyPair('RS256')) })),
    )
    let now = Date.UTC(2026, 10, 25)
    let published = ['a']
    let asked = 0
    const keys = createPlatformKeys({
      clock: { now: () => new Date(now) },
      allowInside: true,
      fetch: async () => {
        asked += 1
        const own = pairs.filter(({ kid }) => published.includes(kid))
        return Response.json({
          keys: await Promise.all(
            own.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256' })),
          ),
        })
      },
    })
    const verify = async (kid: string) => {
      const { privateKey } = pairs.find((pair) => pair.kid === kid)!
      const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)
      return jwtVerify(token, keys.keyOf('http://127.0.0.1/jwks'), { algorithms: ['RS256'] }).then(
        () => 'right',
        () => 'refused',
      )
    }
    return {
      verify,
      asked: () => asked,
      later: (ms: number) => {
        now += ms
      },
      publish: (kids: string[]) => {
        published = kids
      },
    }
  }

  it('asks once for many tokens, and again after ten minutes', async () => {
    const { verify, asked, later } = await setUp()
    for (let i = 0; i < 5; i += 1) expect(await verify('a')).toBe('right')
    expect(asked()).toBe(1)
    later(11 * 60_000)
    expect(await verify('a')).toBe('right')
    expect(asked()).toBe(2)
  })

  it('a changed key is found after half a minute; a flood of unknown keys asks no more often than that', async () => {
    const { verify, asked, later, publish } = await setUp()
    expect(await verify('a')).toBe('right')
    publish(['b'])
    for (let i = 0; i < 20; i += 1) expect(await verify('b')).toBe('refused')
    expect(asked()).toBe(1)
    later(31_000)
    expect(await verify('b')).toBe('right')
    expect(asked()).toBe(2)
    // What is not published any more holds no longer.
    expect(await verify('a')).toBe('refused')
  })
})
