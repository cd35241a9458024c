import { keysOf } from '../keys.ts'
import type { Holder } from '../visit/rights.ts'
import type { Who } from './acts.ts'

const registered = [{ state: 'VA', kind: 'RN', number: 'RN-1', validUntil: null }] as const

/** Who it was, of those at work. */
export function whoOf(id: string): Who {
  const who = keysOf(people).find((each) => each === id)
  if (!who) throw new Error(`nobody here is ${id}`)
  return who
}

/** Who is at work in the sequences, each with roles and licenses; the owner has none. */
export const people: Readonly<Record<Who, Holder>> = {
  nurse: { roles: ['nurse'], licenses: registered },
  'second nurse': { roles: ['nurse'], licenses: registered },
  prescriber: { roles: ['prescriber'], licenses: [{ state: 'VA', kind: 'MD', number: 'MD-1', validUntil: null }] },
  owner: { roles: ['owner'], licenses: [] },
  'front desk': { roles: ['front desk'], licenses: [] },
}
