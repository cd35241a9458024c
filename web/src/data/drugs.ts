import type { AllergyAnswer, AsNeededChoice, AsNeededLine, DoseGiven, DrugTaskKind, Schedule } from '@dripline/clinical'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'
import type { SafeVial } from './session.ts'

/** One drug by one route on the clinic's list, held against this patient's allergies. */
export type ListedDrug = {
  key: string
  drugId: string
  title: string
  schedule: Schedule
  isControlled: boolean
  route: string
  usualMg: string
  highestMg: string
  leastMinutes: number
  by: 'nurse' | 'prescriber'
  reason: string
  allergy: AllergyAnswer
}

export type DrugTask = { id: string; eventId: string; task: DrugTaskKind; ownerId: string; owner: string; openedAt: string }

/** What the drug sheet of one visit shows. */
export type ChairDrugs = {
  sessionId: string
  now: string
  orderSignedBy: string
  list: ListedDrug[]
  lines: AsNeededLine[]
  given: DoseGiven[]
  allergies: { kind: string; text: string; reaction: string | null }[]
  tasks: DrugTask[]
  vials: SafeVial[]
  names: Record<string, string>
}

const home = (sessionId: string) => `/api/session/${sessionId}`
const refreshes = ['/api/session', '/api/substances', '/api/people']

/** Drugs of one visit, live. */
export const useChairDrugs = (sessionId: string): ChairDrugs =>
  useLoad<ChairDrugs>(`${home(sessionId)}/drugs`, { live: ['any'], everyMs: 15_000 })

type Dose = { drugId: string; route: string; mg: string; at?: string }

export const useGiveDrug = (sessionId: string, onDone: () => void) =>
  useSend<Dose & { reason: string | null; lineId: string | null; allergiesRead: string[] }>('POST', `${home(sessionId)}/drugs`, {
    refreshes,
    onDone,
  })

type Drawn = { vialId: string; drawnMl: string; mineMl: string; secondMl: string; proof: string }

export const useGiveControlled = (sessionId: string, onDone: () => void) =>
  useSend<Dose & Drawn & { lineId: string; allergiesRead: string[] }>('POST', `${home(sessionId)}/controlled-drugs`, {
    refreshes,
    onDone,
  })

export const useChartEmergency = (sessionId: string, onDone: () => void) =>
  useSend<Omit<Dose, 'drugId'> & { drugId: string | null; word: string | null; reason: string }>(
    'POST',
    `${home(sessionId)}/emergency-drugs`,
    { refreshes, onDone },
  )

export const useAskPrescriber = (sessionId: string, onDone: () => void) =>
  useSend<Dose & { reason: string }>('POST', `${home(sessionId)}/ask-prescriber`, { refreshes, onDone })

export const useSignLine = (sessionId: string, onDone: () => void) =>
  useSend<{ line: AsNeededChoice; acknowledged: string[] }>('POST', `${home(sessionId)}/as-needed-lines`, { refreshes, onDone })

export const useNameVial = (sessionId: string, onDone: () => void) =>
  useSend<Drawn & { eventId: string }>('POST', `${home(sessionId)}/emergency-vial`, { refreshes, onDone })

export const useSignAfterwards = (sessionId: string, onDone: () => void) =>
  useSend<{ eventId: string; note: string }>('POST', `${home(sessionId)}/emergency-order`, { refreshes, onDone })
