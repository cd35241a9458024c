import type { Fault, License } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { clinicSettings } from './store.ts'

const isSame = (a: License, b: License) =>
  a.state === b.state && a.kind === b.kind && a.number === b.number && a.validUntil === b.validUntil

/** What is wrong with a list of licenses; one that already stands as it is may go on lacking what nobody knows. */
export const licenseFaults = async (tx: Tx, sent: readonly License[], standing: readonly License[] = []): Promise<Fault[]> => {
  const { states } = await clinicSettings(tx)
  return sent.flatMap((license, i) => {
    const at = `licenses.${i}`
    const faults: Fault[] = []
    if (!states.includes(license.state))
      faults.push({ field: `${at}.state`, expected: `one of the clinic’s states: ${states.join(', ')}`, value: license.state })
    if (sent.findIndex(({ state, kind }) => state === license.state && kind === license.kind) < i)
      faults.push({ field: `${at}.state`, expected: 'each license once', value: license.state })
    if (standing.some((each) => isSame(each, license))) return faults
    const missing = { kind: 'which license it is', number: 'its number', validUntil: 'the day it ends' } as const
    for (const key of ['kind', 'number', 'validUntil'] as const)
      if (license[key] === null) faults.push({ field: `${at}.${key}`, expected: missing[key] })
    return faults
  })
}
