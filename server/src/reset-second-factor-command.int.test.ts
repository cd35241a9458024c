import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasSecondFactor } from './platform/auth/second-factor.ts'
import { codeAt } from './platform/auth/testing-codes.ts'
import { newcomer, siteOf } from './platform/auth/testing-site.ts'
import { inTransaction, openEmbedded } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'
import { groundOn, heldClock, testClinic } from './platform/testing.ts'
import { resetByCommand } from './reset-second-factor.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dripline-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const openFolder = () => openEmbedded(join(folder, 'clinic'))

/** An owner and a nurse who both sign in by an app; their clinic is put down as a stopped server leaves it. */
const laidDown = async () => {
  const clock = heldClock()
  const database = await openFolder()
  await migrate(database)
  const ground = await groundOn(database, clock)
  await testClinic(clock, ground)
  const clinic = await testClinic(clock, ground)
  const site = siteOf(clinic)
  const [owner, nurse] = [await newcomer(clinic, 'owner', site), await newcomer(clinic, 'nurse', site)]
  for (const { browser } of [owner, nurse]) {
    const { body: app } = await browser.send('POST', '/api/auth/account/app')
    const confirm = { ticket: app.ticket, code: codeAt(app.key, clinic.clock.now) }
    expect((await browser.send('POST', '/api/auth/account/app/confirm', confirm)).status).toBe(201)
  }
  await ground.jobs.stop()
  await database.close()
  return { clinic, owner, nurse }
}

test('an only owner who lost the second step gets in again by a command on the machine, and nobody else does', {
  timeout: 120_000,
}, async () => {
  const { clinic, owner, nurse } = await laidDown()
  const run = (email: string, words = 'seen in person, license shown', host = clinic.host) =>
    resetByCommand({ DATA_DIR: folder }, ['--email', email, '--words', words, '--host', host])
  await expect(run('nobody', '')).rejects.toThrow(/--email: expected the address of an owner\n--words: expected/)
  await expect(run(nurse.email)).rejects.toThrow(/expected the address of an owner/)
  await expect(run(owner.email, undefined, 'elsewhere.localhost')).rejects.toThrow(/expected the host name of a clinic here/)
  expect(await run(owner.email)).toBe(clinic.host)
  const database = await openFolder()
  const after = await inTransaction(database, clinic.clinicId, async (tx) => ({
    owner: await hasSecondFactor(tx, owner.id),
    nurse: await hasSecondFactor(tx, nurse.id),
    signIns: await tx.db
      .selectFrom('signIn')
      .where('accountId', '=', owner.id)
      .where('revokedAt', 'is', null)
      .select('id')
      .execute(),
    lines: await tx.db.selectFrom('auditLine').where('entry', 'like', '%"verb":"reset-second-factor"%').select('entry').execute(),
  }))
  await database.close()
  expect(after).toMatchObject({ owner: false, nurse: true, signIns: [] })
  expect(after.lines).toHaveLength(1)
})
