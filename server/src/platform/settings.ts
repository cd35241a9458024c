import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { sayFault } from '@dripline/clinical'
import { z } from 'zod'
import { AS_OWNER } from './owner-signs-in.ts'
import { isLoopback, isSealedDatabase, isSealedMail, OPEN_DATABASE, OPEN_MAIL } from './sealed-way.ts'
import { faultsOf } from './shape.ts'
import { CLOCK_CHECKED } from './wrong-clock.ts'

const isWebAddress = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'
const isSafe = (text: string) => !isWebAddress(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text).hostname)
const isSecret = (text: string) => /^[A-Za-z0-9+/]{43}=$/.test(text)
// 32 bytes drawn by chance hold 30 different ones; fewer than 16 is a key that somebody made up.
const LEAST_DIFFERENT = 16
const isDrawn = (text: string) => new Set(Buffer.from(text, 'base64')).size >= LEAST_DIFFERENT
const startsWith =
  (...schemes: string[]) =>
  (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol)

const environment = z.object({
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, 'an IP address or localhost')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port number, 0 to 65535')
    .default(4600),
  PUBLIC_URL: z
    .string()
    .refine(isWebAddress, 'an address like https://clinic.example')
    .refine(isSafe, 'https, or plain http on localhost only')
    .optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('.data'),
  DATABASE_URL: z
    .string()
    .refine(startsWith('postgres:', 'postgresql:'), 'an address like postgres://user@host/database')
    .optional(),
  MIGRATE_DATABASE_URL: z
    .string()
    .refine(startsWith('postgres:', 'postgresql:'), 'an address like postgres://owner@host/database')
    .optional(),
  SECRET_KEY: z
    .string()
    .refine(isSecret, { error: '32 bytes in base64 (44 characters)', abort: true })
    .refine(isDrawn, '32 bytes drawn by chance, as `openssl rand -base64 32` prints them')
    .optional(),
  SECRET_KEY_OLD: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((all) => all.every((each) => isSecret(each) && isDrawn(each)), 'keys of before as they were, separated by commas')
    .refine((all) => new Set(all).size === all.length, 'each key of before once')
    .default([]),
  DATABASE_WITHOUT_TLS: z.literal(OPEN_DATABASE, `the sentence “${OPEN_DATABASE}”, or nothing`).optional(),
  MAIL_WITHOUT_TLS: z.literal(OPEN_MAIL, `the sentence “${OPEN_MAIL}”, or nothing`).optional(),
  DATABASE_AS_OWNER: z.literal(AS_OWNER, `the sentence “${AS_OWNER}”, or nothing`).optional(),
  CLOCK_CHECKED: z.literal(CLOCK_CHECKED, `the sentence “${CLOCK_CHECKED}”, or nothing`).optional(),
  SMTP_URL: z.string().refine(startsWith('smtp:', 'smtps:'), 'an address like smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$/, 'a mail address')
    .optional(),
  ANCHOR_DIR: z.string().min(1, 'a folder').optional(),
  ANCHOR_MAIL: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$/, 'a mail address')
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .refine((list) => list.split(',').every((each) => isIP(each.trim()) !== 0), 'IP addresses, separated by commas')
    .transform((list) => list.split(',').map((each) => each.trim()))
    .default([]),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'fatal, error, warn, info, debug, trace or silent')
    .default('info'),
})

export type Settings = z.output<typeof environment> & {
  readonly SECRET_KEY: string
  readonly simulated: boolean
  readonly folder: string
}

// An address may carry a password.
const HIDDEN = ['SECRET_KEY', 'SECRET_KEY_OLD', 'DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SMTP_URL']

/** A setting that cannot be right, as the terminal says it to whoever runs the server. */
type Fault = { field: string; expected: string; value?: unknown }

/** Every setting that cannot be right, at once. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map(
          ({ field, expected, value }) =>
            `${field}${value === undefined ? '' : `=${HIDDEN.includes(field) ? '…' : value}`}: expected ${expected}`,
        )
        .join('\n'),
    )
    this.faults = faults
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

// Whole before it has its name: of starts at once, and after a start that was killed here, nobody ever reads half a key.
const makeSecret = (file: string) => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

const readSecret = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const keptSecret = (folder: string): string => {
  const file = join(folder, 'secret.key')
  try {
    mkdirSync(folder, { recursive: true })
    if (readSecret(file) === null) makeSecret(file)
    const secret = readSecret(file) ?? ''
    if (isSecret(secret)) return secret
  } catch (error) {
    throw new SettingsRefused([{ field: 'DATA_DIR', expected: `a folder to write in (${codeOf(error)})`, value: folder }])
  }
  throw new SettingsRefused([{ field: 'DATA_DIR', expected: 'its secret.key to hold 32 bytes in base64', value: folder }])
}

type Found = z.output<typeof environment>

// Whoever can reach the server over the network must reach it by https, or passwords and records travel in the open.
const openHost = ({ HOST, PUBLIC_URL }: Partial<Found>): Fault[] =>
  HOST !== undefined && !isLoopback(HOST) && PUBLIC_URL === undefined
    ? [{ field: 'PUBLIC_URL', expected: `to be set when HOST is: the https address behind which ${HOST} is reached` }]
    : []

// What goes to another machine in the open is read by whoever stands between: it has to be said that this is known.
const sealedWays = ({ DATABASE_URL, SMTP_URL, ...found }: Partial<Found>): Fault[] => {
  const faults: Fault[] = []
  if (DATABASE_URL !== undefined && found.DATABASE_WITHOUT_TLS === undefined && !isSealedDatabase(DATABASE_URL))
    faults.push({
      field: 'DATABASE_URL',
      expected: `?sslmode=verify-full, since the database is on another machine; or set DATABASE_WITHOUT_TLS to “${OPEN_DATABASE}”`,
    })
  if (SMTP_URL !== undefined && found.MAIL_WITHOUT_TLS === undefined && !isSealedMail(SMTP_URL))
    faults.push({
      field: 'SMTP_URL',
      expected: `no word about TLS: a mail server on another machine is always asked for it; or set MAIL_WITHOUT_TLS to “${OPEN_MAIL}”`,
    })
  return faults
}

// Rules that hold between settings; the simulated clinic is for one machine that nobody else can reach.
const together = (sent: NodeJS.ProcessEnv, found: Partial<Found>, empty: boolean): Fault[] => {
  const faults = sealedWays(found)
  if (sent.DATABASE_URL && !sent.SECRET_KEY)
    faults.push({ field: 'SECRET_KEY', expected: 'to be set when DATABASE_URL is: 32 bytes in base64' })
  if (sent.MIGRATE_DATABASE_URL && !sent.DATABASE_URL)
    faults.push({
      field: 'DATABASE_URL',
      expected: 'to be set when MIGRATE_DATABASE_URL is: the role as which the server signs in',
    })
  if (sent.SMTP_URL && !sent.MAIL_FROM) faults.push({ field: 'MAIL_FROM', expected: 'to be set when SMTP_URL is' })
  if (sent.ANCHOR_MAIL && !sent.SMTP_URL) faults.push({ field: 'SMTP_URL', expected: 'to be set when ANCHOR_MAIL is' })
  if (sent.DATABASE_URL || empty) return [...faults, ...openHost(found)]
  const why = 'loopback for the simulated clinic; start a clinic of your own with `npm start -- --empty`'
  if (found.HOST && !isLoopback(found.HOST)) faults.push({ field: 'HOST', expected: why, value: found.HOST })
  if (found.PUBLIC_URL && !isLoopback(new URL(found.PUBLIC_URL).hostname))
    faults.push({ field: 'PUBLIC_URL', expected: why, value: found.PUBLIC_URL })
  return faults
}

// One setting that cannot be read does not keep the others from being looked at.
const readable = (sent: NodeJS.ProcessEnv): Partial<Found> =>
  Object.fromEntries(
    Object.entries(environment.shape).flatMap(([name, setting]) => {
      const { success, data } = setting.safeParse(sent[name])
      return success ? [[name, data]] : []
    }),
  )

/** Reads the settings from the environment; refuses all faults at once. Without DATABASE_URL a secret is made and kept in the folder. */
export const readSettings = (env: NodeJS.ProcessEnv, empty: boolean): Settings => {
  const sent = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(sent)
  const own = result.success ? [] : faultsOf(result.error.issues, sent).map((fault) => ({ ...fault, expected: sayFault(fault) }))
  const faults = [...own, ...together(sent, readable(sent), empty)]
  if (!result.success || faults.length > 0) throw new SettingsRefused(faults)
  const simulated = result.data.DATABASE_URL === undefined && !empty
  const folder = join(result.data.DATA_DIR, simulated ? 'simulated' : 'clinic')
  const SECRET_KEY = result.data.SECRET_KEY ?? keptSecret(folder)
  if (result.data.SECRET_KEY_OLD.includes(SECRET_KEY))
    throw new SettingsRefused([{ field: 'SECRET_KEY_OLD', expected: 'keys of before, and SECRET_KEY to be a new one' }])
  return { ...result.data, simulated, folder, SECRET_KEY }
}
