import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '../../..')
// Each of these can leave a booking without its day, its chair or its clinician.
const STRANDING = ['insertAbsence', 'insertClosedDay', 'setChair', 'setClinic', 'setStaff', 'closeAccount']
/** Where somebody may call one: a clinic that is set up has no booking yet. */
const ALLOWED = ['care/session/closing/', 'care/clinic/set-up-clinic.ts', 'care/clinic/store/', 'platform/auth/account.ts']

const callsOf = (text: string) => STRANDING.filter((name) => new RegExp(`(?<!const )\\b${name}\\(`).test(text))

test('whatever can strand a booking is called where its bookings are settled, and nowhere else', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!test)\.ts$/.test(file))
  const calling = files.filter((file) => callsOf(readFileSync(join(SOURCE, file), 'utf8')).length > 0)
  expect(calling.filter((file) => !ALLOWED.some((allowed) => file.startsWith(allowed)))).toEqual([])
  expect(callsOf('await setChair(tx, id, {})')).toEqual(['setChair'])
  expect(calling.length).toBeGreaterThan(4)
})
