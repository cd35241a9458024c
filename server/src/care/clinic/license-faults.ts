import type { Fault, License } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { allStaff, clinicSettings, openInvitations } from './store.ts'

const isSame = (a: License, b: License) =>
  a.state === b.state && a.kind === b.kind && a.number === b.number && a.validUntil === b.validUntil

/** The same license, however its number is written. */
const numberOf = ({ state, kind, number }: License) =>
  number === null ? null : `${state} ${kind} ${number.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')}`.toLowerCase()

// Two accounts on one license would be one human who counts as two people.
const heldByOthers = async (tx: Tx, own: string): Promise<ReadonlySet<string | null>> => {
  const staff = (await allStaff(tx)).filter(({ id, closedAt }) => id !== own && closedAt === null)
  const invited = (await openInvitations(tx)).filter(({ email }) => email !== own)
  return new Set([...staff, ...invited].flatMap(({ licenses }) => licenses.map(numberOf)))
}

/** `id`: the account, or the address that is invited. */
type Holder = { id: string; licenses: readonly License[] }

/** What is wrong with a list of licenses; one that already stands as it is may go on lacking what nobody knows. */
export const licenseFaults = async (tx: Tx, sent: readonly License[], holder: Holder): Promise<Fault[]> => {
  const { states } = await clinicSettings(tx)
  const standing = holder.licenses
  const taken = await heldByOthers(tx, holder.id)
  return sent.flatMap((license, i) => {
    const at = `licenses.${i}`
    const faults: Fault[] = []
    if (!states.includes(license.state))
      faults.push({ field: `${at}.state`, code: 'one-of-clinics-states', params: { states }, value: license.state })
    if (sent.findIndex(({ state, kind }) => state === license.state && kind === license.kind) < i)
      faults.push({ field: `${at}.state`, code: 'each-license-once', value: license.state })
    if (standing.some((each) => isSame(each, license))) return faults
    if (license.number !== null && taken.has(numberOf(license)))
      faults.push({
        field: `${at}.number`,
        code: 'license-that-no-other-account-here',
        value: license.number,
      })
    const missing = { kind: 'which-license-it-is', number: 'its-number', validUntil: 'day-it-ends' } as const
    for (const key of ['kind', 'number', 'validUntil'] as const)
      if (license[key] === null) faults.push({ field: `${at}.${key}`, code: missing[key] })
    return faults
  })
}
