import type { Road } from './road'

/** Where platforms read the keys that verify what we sign; the next key is there long before it signs. */
const jwks: Road = {
  method: 'GET',
  path: '/lti/jwks',
  async handle({ services }) {
    const text = JSON.stringify(await services.toolKeys().published())
    return {
      stream: (response) =>
        void response
          .writeHead(200, {
            'content-type': 'application/json; charset=utf-8',
            'cache-control': 'public, max-age=600',
            'x-content-type-options': 'nosniff',
          })
          .end(text),
    }
  },
}

export const ltiKeyRoads: readonly Road[] = [jwks]
