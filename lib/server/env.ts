import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')

const milliseconds = (usual: number) =>
  z.coerce
    .number('must be a number of milliseconds')
    .int()
    .min(100, 'must be at least 100')
    .max(300_000, 'must be at most 300000')
    .default(usual)

/** fetch refuses such addresses, and they end up in logs. */
const holdsLogin = (address: string): boolean => /^[a-z]+:\/\/[^/?#]*@/i.test(address)

/** Whoever can read along would be everybody. */
const isSafeIssuer = (issuer: string): boolean =>
  /^https:\/\//.test(issuer) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(issuer)

/** Every setting there is; .env.example lists them with a sentence each. */
const envSchema = z
  .object({
    DATABASE_URL: z
      .string({
        error: 'is missing: the address of a PostgreSQL database (npm start sets it for the built-in one)',
      })
      .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://'),
    NEXTAUTH_SECRET: z
      .string({ error: 'is missing: a random text of at least 16 characters (npm start makes one)' })
      .min(16, 'must have at least 16 characters'),
    NEXTAUTH_URL: z.url('must be the address under which browsers reach the product').optional(),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    TRUST_PROXY: flag.default(false),
    /** How long a client may take to send a request; its headers get half of it. */
    REQUEST_TIMEOUT_MS: milliseconds(30_000),
    /** How often an open page gets a sign of life and its login is looked at. */
    HEARTBEAT_MS: milliseconds(15_000),
    /** Whether keys and services of LMS platforms may be asked over http and inside of one's own network. */
    LTI_ALLOW_INSIDE: flag.default(false),
    QUIZGRAD_DEMO: flag.default(false),
    /** Address of the administrator that the first start makes. */
    ADMIN_EMAIL: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
      .default('admin@localhost'),
    /** Whether people may make accounts by themselves. */
    SIGN_UP: flag.default(false),
    SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: 'must be the address of a mail server, such as smtps://user:password@mail.example.edu',
      })
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /^[^\r\n]*[^\s@]+@[^\s@]+>?$/,
        'must be an e-mail address, such as quizgrad <quizgrad@example.edu>',
      )
      .optional(),
    /** The folder that mails are written to where SMTP_URL is unset. */
    MAIL_OUTBOX: z.string().default('.data/outbox'),
    OIDC_ISSUER: z
      .url('must be the issuer of an OpenID Connect provider, such as https://login.example.edu')
      .refine(isSafeIssuer, 'must start with https:// (http:// only at localhost or 127.0.0.1)')
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60).default('Single sign-on'),
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    SECOND_READER_URL: z
      .url({
        protocol: /^https?$/,
        error: 'must be the base address of an OpenAI-compatible endpoint, such as https://host/v1',
      })
      .refine(
        (address) => !holdsLogin(address),
        'must hold no user name or password: put the key into SECOND_READER_KEY',
      )
      .optional(),
    SECOND_READER_MODEL: z.string().optional(),
    SECOND_READER_KEY: z
      .string()
      .regex(/^[!-~]+$/, 'must be one word of plain characters')
      .optional(),
    SECOND_READER_TIMEOUT_MS: milliseconds(20_000),
  })
  .refine((env) => env.SECOND_READER_URL === undefined || env.SECOND_READER_MODEL !== undefined, {
    path: ['SECOND_READER_MODEL'],
    error: 'is missing: the name of the model to ask at SECOND_READER_URL (unset both for no second reader)',
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'is missing: the address that mails come from (or unset SMTP_URL to send none)',
  })
  .refine((env) => env.OIDC_ISSUER === undefined || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    error:
      'and OIDC_CLIENT_SECRET are needed with OIDC_ISSUER: the provider gives them (or unset all of them)',
  })
export type Env = z.infer<typeof envSchema>

/** The settings, or an error that names each wrong variable and the mend. Empty values count as unset. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = envSchema.safeParse(set)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new Error(`Settings are wrong:\n${lines.join('\n')}\nSee .env.example for what each one means.`)
}
