import { type Api, api } from './client.ts'
import { type Read, useRoute } from './route.ts'
import { ofVisit } from './session.ts'

const ofPerson: Api['session']['people'][':personId'] = api.session.people[':personId']

export type VisitsOf = Read<typeof ofPerson>
export type VisitRow = VisitsOf['visits'][number]
/** One visit as it is read later: what the chair had, with vials, titles and the visits beside it. */
export type VisitRecord = Read<typeof ofVisit.record>
/** The same of a visit at a pump, and of one whose acts are its administration's own. */
export type PumpRecord = Extract<VisitRecord, { screen: 'pump' }>
export type OwnRecord = Extract<VisitRecord, { screen: 'acts' }>

/** Every visit of a person, a page of them. */
export const useVisitsOf = (personId: string, before: string | null): VisitsOf =>
  useRoute(
    ofPerson,
    { param: { personId }, query: before === null ? {} : { before } },
    { live: ['arrive', 'discharge', 'amend-entry'] },
  )

/** One visit to be read as one page. */
export const useRecord = (sessionId: string): VisitRecord =>
  useRoute(ofVisit.record, { param: { sessionId } }, { live: ['amend-entry', 'take-back-entry'] })
