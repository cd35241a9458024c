import { type Api, api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'

const ofPerson: Api['waiting']['persons'][':personId'] = api.waiting.persons[':personId']
const onList: Api['waiting']['list'][':waitingId'] = api.waiting.list[':waitingId']

export type WaitingOf = Read<typeof ofPerson>

/** What one person waits for, and the canceled visits of orders in force that they could wait for, live. */
export const useWaitingOf = (personId: string): WaitingOf =>
  useRoute(ofPerson, { param: { personId } }, { live: ['any'], everyMs: 60_000 })

export const useAddToList = (personId: string) => usePost(ofPerson, { param: { personId } })
export const useTakeOff = (waitingId: string) => usePost(onList.off, { param: { waitingId } })
