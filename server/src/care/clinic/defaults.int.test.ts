import { clinicalDefaults } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { peek, testClinic } from '../../platform/testing.ts'
import { approveDefaults } from './approve-defaults.ts'
import { defaultsApproved } from './clinical-defaults.ts'

test('the clinical defaults stand once a prescriber has approved every one of them', async () => {
  const clinic = await testClinic()
  const prescriber = await clinic.as('prescriber')
  const listed = clinicalDefaults.map(({ kind, id, version }) => ({ kind, id, version }))
  const [first] = listed
  if (!first) throw new Error('no defaults')
  await expect(approveDefaults(prescriber, { listed: [{ ...first, version: 'old' }] })).rejects.toMatchObject({
    code: 'not-valid',
  })
  await approveDefaults(prescriber, { listed: listed.slice(1) })
  expect(await peek(prescriber, defaultsApproved)).toBe(false)
  await approveDefaults(prescriber, { listed })
  expect(await peek(prescriber, defaultsApproved)).toBe(true)
})
