import type { Basis } from '../basis.ts'
import { keysOf } from '../keys.ts'

export const roles = ['owner', 'prescriber', 'nurse', 'front desk'] as const
export type Role = (typeof roles)[number]

export const licenseKinds = ['MD', 'DO', 'PA', 'NP', 'CRNA', 'RN', 'LPN', 'RPh'] as const
export type LicenseKind = (typeof licenseKinds)[number]

/** A license in one state. Kind, number and end are null where an older record never asked for them. */
export type License = { state: string; kind: LicenseKind | null; number: string | null; validUntil: string | null }

/** What somebody brings to an act: the roles they hold (rights add up) and their licenses. */
export type Holder = { roles: readonly Role[]; licenses: readonly License[] }

const clinical: readonly Role[] = ['prescriber', 'nurse']
const prescribing: readonly LicenseKind[] = ['MD', 'DO', 'PA', 'NP', 'CRNA']

type Right = {
  title: string
  /** Any one of these is enough. */
  roles: readonly Role[]
  /** Which license in the clinic's state must be in force on the day. */
  license: 'none' | 'any' | 'prescribing'
  /** How many different people the act needs, each with this right. */
  people: 1 | 2
}

const right = (
  title: string,
  { by = clinical, license = 'any', people = 1 }: { by?: readonly Role[]; license?: Right['license']; people?: 1 | 2 } = {},
): Right => ({ title, roles: by, license, people })

const two = { people: 2 } as const
const signing = { by: ['prescriber'], license: 'prescribing' } as const
/** What may never wait for paper: the act is open to whoever works at the chair, with an expired license too. */
const always = { license: 'none' } as const

/** Who may do what, how many people it takes, and who says so. */
export const rights = {
  source: 'clinical reference 7.1 and 9.5: controlled drugs are drawn, wasted, received and counted by two licensed people',
  basis: 'proposed' as Basis,
  acts: {
    'draw-up': right('Draw up and second check', two),
    waste: right('Waste a controlled drug', two),
    'give-controlled': right('Give a controlled drug at the chair', two),
    receive: right('Receive vials', two),
    empty: right('Empty or return a vial', two),
    correct: right('Correct a line of the drug book', two),
    count: right('Count the safe', two),
    start: right('Start the infusion'),
    resume: right('Resume the infusion'),
    'raise-rate': right('Raise the rate'),
    discharge: right('Discharge'),
    'override-discharge': right('Discharge with criteria not met', signing),
    'decide-screening': right('Accept or decline after screening', signing),
    'override-findings': right('Second signature under an override', two),
    'sign-order': right('Sign an order', signing),
    'approve-defaults': right('Approve clinical defaults', signing),
    pause: right('Pause the infusion', always),
    stop: right('Stop the infusion', always),
    'lower-rate': right('Lower the rate', always),
    chart: right('Chart what happened', always),
  },
} as const

export type GuardedAct = keyof typeof rights.acts
export const guardedActs = keysOf(rights.acts)
export const isGuardedAct = (act: string): act is GuardedAct => Object.hasOwn(rights.acts, act)

/** Acts that a second person proves themselves for. */
export const twoPersonActs = guardedActs.filter((act) => rights.acts[act].people === 2)

/** Why somebody may not: a closed account, the wrong role, no license here, one of another kind, or one that has ended. */
export type WhyNot =
  | { why: 'closed' }
  | { why: 'role'; roles: readonly Role[] }
  | { why: 'no-license' | 'license-kind' | 'license-ended'; license: 'any' | 'prescribing'; states: readonly string[] }

/** Null when this person may take part in the act in one of these states on this day (YYYY-MM-DD); else what is missing. */
export function mayDo(act: GuardedAct, holder: Holder, states: readonly string[], day: string): WhyNot | null {
  const { roles: needed, license }: Right = rights.acts[act]
  if (!holder.roles.some((role) => needed.includes(role))) return { why: 'role', roles: needed }
  if (license === 'none') return null
  const here = holder.licenses.filter(({ state }) => states.includes(state))
  if (here.length === 0) return { why: 'no-license', license, states }
  const fitting = here.filter(({ kind }) => license === 'any' || kind === null || prescribing.includes(kind))
  if (fitting.length === 0) return { why: 'license-kind', license, states }
  return fitting.some((each) => isInForce(each, day)) ? null : { why: 'license-ended', license, states }
}

/** Whether a license stands on a day; its last day counts. One whose end was never entered stands, and is asked for. */
export const isInForce = ({ validUntil }: Pick<License, 'validUntil'>, day: string): boolean =>
  validUntil === null || day <= validUntil
