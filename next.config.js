import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks types and style on their own; the build need not do it a second time.
  typescript: { ignoreBuildErrors: true },
  // A file of questions in Korean takes three bytes a character.
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'graphile-worker',
    'pg',
    'pino',
  ],
}

export default withNextIntl(config)
