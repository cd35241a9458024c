import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClinic } from './new-clinic.ts'
import { openEmbedded } from './platform/database.ts'
import { clinicOf } from './platform/host.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dripline-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a second clinic has its own host, and so has the first one from then on', { timeout: 60_000 }, async () => {
  const env = { DATA_DIR: folder, PUBLIC_URL: 'http://a.localhost:4600' }
  const first = await addClinic(env, ['--host', 'a.localhost'])
  expect(first.code).toMatch(/^[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d]{4}$/)
  await expect(addClinic({ DATA_DIR: folder }, ['--host', 'b.localhost'])).rejects.toThrow(/PUBLIC_URL: expected the address/)
  await expect(addClinic(env, ['--host', 'a.localhost'])).rejects.toThrow(/expected another host than PUBLIC_URL/)
  await addClinic(env, ['--host', 'b.localhost'])
  await expect(addClinic(env, ['--host', 'b.localhost'])).rejects.toThrow(/that no clinic here has yet/)
  await expect(addClinic(env, ['--host', 'not a host'])).rejects.toThrow(/expected the host name/)
  const database = await openEmbedded(join(folder, 'clinic'))
  const found = await Promise.all(['a.localhost', 'b.localhost', 'c.localhost'].map((host) => clinicOf(database, host)))
  await database.close()
  expect(found.map((clinic) => clinic?.id)).toEqual([expect.any(String), expect.any(String), undefined])
  expect(found[0]?.id).not.toBe(found[1]?.id)
})
