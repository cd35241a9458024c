import type { Api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'
import { ofVisit } from './session.ts'

const drugs: Api['session'][':sessionId']['drugs'] = ofVisit.drugs

/** What the drug sheet of one visit shows. */
export type ChairDrugs = Read<typeof drugs>
/** One drug by one route on the clinic's list, held against this patient's allergies. */
export type ListedDrug = ChairDrugs['list'][number]
export type DrugTask = ChairDrugs['tasks'][number]

const refreshes = ['substances', 'people'] as const
const at = (sessionId: string) => ({ param: { sessionId } })
const then = (onDone: () => void) => ({ refreshes, onDone })

/** Drugs of one visit, live. */
export const useChairDrugs = (sessionId: string): ChairDrugs => useRoute(drugs, at(sessionId), { live: ['any'], everyMs: 15_000 })

export const useGiveDrug = (sessionId: string, onDone: () => void) => usePost(drugs, at(sessionId), then(onDone))
/** One person's reading of a controlled dose; with the second one that agrees it is given. */
export const useReadDose = (sessionId: string, onDone: () => void) =>
  usePost(ofVisit['dose-readings'], at(sessionId), then(onDone))
export const useGiveControlled = (sessionId: string) => usePost(ofVisit['controlled-drugs'], at(sessionId), { refreshes })
export const useChartEmergency = (sessionId: string, onDone: () => void) =>
  usePost(ofVisit['emergency-drugs'], at(sessionId), then(onDone))
export const useAskPrescriber = (sessionId: string, onDone: () => void) =>
  usePost(ofVisit['ask-prescriber'], at(sessionId), then(onDone))
export const useSignLine = (sessionId: string, onDone: () => void) =>
  usePost(ofVisit['as-needed-lines'], at(sessionId), then(onDone))
export const useNameVial = (sessionId: string) => usePost(ofVisit['emergency-vial'], at(sessionId), { refreshes })
export const useSignAfterwards = (sessionId: string, onDone: () => void) =>
  usePost(ofVisit['emergency-order'], at(sessionId), then(onDone))
