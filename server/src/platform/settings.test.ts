import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSettings, SettingsRefused } from './settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (env: Record<string, string>, empty = false) => readSettings({ DATA_DIR: folder, ...env }, empty)
const refusalOf = (env: Record<string, string>, empty = false): SettingsRefused => {
  try {
    read(env, empty)
  } catch (error) {
    if (error instanceof SettingsRefused) return error
    throw error
  }
  throw new Error('These settings were taken.')
}
const fieldsOf = ({ faults }: SettingsRefused) => faults.map(({ field }) => field)
const SECRET_KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37) % 251)).toString('base64')
const OTHER_KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 41) % 251)).toString('base64')
const PUBLIC_URL = 'https://clinic.example'

describe('settings', () => {
  test('nothing set is a simulated clinic on this machine, in a folder of its own', () => {
    expect(read({ PORT: '', HOST: '' })).toMatchObject({
      simulated: true,
      HOST: '127.0.0.1',
      PORT: 4600,
      folder: join(folder, 'simulated'),
    })
  })

  test('with --empty, or with a database server, nothing is simulated', () => {
    expect(read({ HOST: '0.0.0.0', PUBLIC_URL }, true)).toMatchObject({ simulated: false, folder: join(folder, 'clinic') })
    expect(read({ DATABASE_URL: 'postgres://a@localhost/c', SECRET_KEY, HOST: '0.0.0.0', PUBLIC_URL })).toMatchObject({
      simulated: false,
      SECRET_KEY,
    })
  })

  test.each([
    [{ PORT: 'https' }, ['PORT']],
    [{ PORT: '65536' }, ['PORT']],
    [{ PORT: '-1' }, ['PORT']],
    [{ HOST: 'clinic.example' }, ['HOST']],
    [{ PUBLIC_URL: 'clinic.example' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'https://clinic.example/app' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'http://clinic.example' }, ['PUBLIC_URL']],
    [{ DATABASE_URL: 'mysql://a@b/c', SECRET_KEY }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://a@localhost/c' }, ['SECRET_KEY']],
    [{ SECRET_KEY: 'too short' }, ['SECRET_KEY']],
    [{ SECRET_KEY, SECRET_KEY_OLD: SECRET_KEY }, ['SECRET_KEY_OLD']],
    [{ SECRET_KEY, SECRET_KEY_OLD: 'too short' }, ['SECRET_KEY_OLD']],
    [{ SECRET_KEY, SECRET_KEY_OLD: Buffer.alloc(32).toString('base64') }, ['SECRET_KEY_OLD']],
    [{ SECRET_KEY, SECRET_KEY_OLD: `${OTHER_KEY},${OTHER_KEY}` }, ['SECRET_KEY_OLD']],
    [{ SECRET_KEY: Buffer.alloc(32).toString('base64') }, ['SECRET_KEY']],
    [{ SECRET_KEY: Buffer.from('0123456701234567012345670123456'.padEnd(32, '7')).toString('base64') }, ['SECRET_KEY']],
    [{ HOST: '0.0.0.0' }, ['PUBLIC_URL']],
    [{ HOST: '::' }, ['PUBLIC_URL']],
    [{ HOST: '192.168.1.20', DATABASE_URL: 'postgres://a@localhost/c', SECRET_KEY }, ['PUBLIC_URL']],
    [{ SMTP_URL: 'smtp://mail.example' }, ['MAIL_FROM']],
    [{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'A <a@b>' }, ['SMTP_URL', 'MAIL_FROM']],
    [{ DATABASE_URL: 'postgres://a:b@db.example/c', SECRET_KEY }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://a:b@db.example/c?sslmode=require', SECRET_KEY }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://a:b@db.example/c?sslmode=no-verify', SECRET_KEY }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://a:b@localhost/c?host=db.example', SECRET_KEY }, ['DATABASE_URL']],
    [
      { DATABASE_URL: 'postgres://a:b@db.example/c', SECRET_KEY, DATABASE_WITHOUT_TLS: 'yes' },
      ['DATABASE_WITHOUT_TLS', 'DATABASE_URL'],
    ],
    [{ SMTP_URL: 'smtp://mail.example?ignoreTLS=true', MAIL_FROM: 'a@b' }, ['SMTP_URL']],
    [{ SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false', MAIL_FROM: 'a@b' }, ['SMTP_URL']],
    [{ TRUSTED_PROXY: '10.0.0.1, proxy' }, ['TRUSTED_PROXY']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  ])('%j is refused for %j', (env, fields) => expect(fieldsOf(refusalOf(env, true))).toEqual(fields))

  test.each([
    { DATABASE_URL: 'postgres://a:b@db.example/c?sslmode=verify-full', SECRET_KEY },
    { DATABASE_URL: 'postgres://a:b@127.0.0.1/c', SECRET_KEY },
    { DATABASE_URL: 'postgres:///c?host=/var/run/postgresql', SECRET_KEY },
    { DATABASE_URL: 'postgres://a:b@db.example/c', SECRET_KEY, DATABASE_WITHOUT_TLS: 'records may be read on the way' },
    { SMTP_URL: 'smtp://mail.example:587', MAIL_FROM: 'a@b' },
    { SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@b' },
    { SMTP_URL: 'smtp://mail.example?ignoreTLS=true', MAIL_FROM: 'a@b', MAIL_WITHOUT_TLS: 'letters may be read on the way' },
  ])('%j is taken: sealed, on this machine, or said aloud', (env) => expect(() => read(env, true)).not.toThrow())

  test('all faults are said at once, those between settings too', () => {
    const refused = refusalOf({
      PORT: 'x',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://clinic.example',
      SMTP_URL: 'smtp://m',
      LOG_LEVEL: 'loud',
    })
    expect(fieldsOf(refused).sort()).toEqual(['HOST', 'LOG_LEVEL', 'MAIL_FROM', 'PORT', 'PUBLIC_URL'])
    expect(refused.message.split('\n')).toHaveLength(5)
    expect(refused.message).toContain('PORT=x: expected a port number, 0 to 65535')
    expect(refused.message).toContain('--empty')
  })

  test('a refusal never prints a password or a key', () => {
    const { message } = refusalOf({ DATABASE_URL: 'mysql://a:hush@b/c', SMTP_URL: 'http://a:hush@b', SECRET_KEY: 'hush' }, true)
    expect(message).not.toContain('hush')
  })
})

describe('the kept secret', () => {
  const file = () => join(folder, 'clinic', 'secret.key')

  test('is made once, whole, for its owner alone, and is the same ever after', () => {
    const first = read({}, true).SECRET_KEY
    expect(first).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(read({}, true).SECRET_KEY).toBe(first)
    expect(readFileSync(file(), 'utf8')).toBe(first)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'clinic'))).toEqual(['secret.key'])
  })

  test.each(['', 'half a k'])('that is not whole (%j) is refused rather than used or replaced', (kept) => {
    mkdirSync(join(folder, 'clinic'))
    writeFileSync(file(), kept)
    expect(refusalOf({}, true).message).toContain('secret.key')
    expect(readFileSync(file(), 'utf8')).toBe(kept)
  })

  test('in a folder that cannot be one is refused in plain words', () => {
    writeFileSync(join(folder, 'taken'), 'a file')
    expect(refusalOf({ DATA_DIR: join(folder, 'taken') }, true).message).toMatch(/^DATA_DIR=.*: expected a folder to write in/)
  })
})
