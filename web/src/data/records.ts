import { type Api, api } from './client.ts'
import { type Read, type Sent, usePost, useRoute } from './route.ts'

const records: Api['records'] = api.records
const pair: Api['records']['pairs'][':personId'][':otherId'] = records.pairs[':personId'][':otherId']
const refreshes = ['people'] as const

export type Pair = Read<typeof pair>
export type Pairs = Read<typeof records.pairs>
export type Undo = Read<(typeof records.merges)[':mergeId']>
export type MergeSent = Sent<typeof records.merge>
export type Side = 'kept' | 'merged'

export const usePair = (personId: string, otherId: string): Pair =>
  useRoute(pair, { param: { personId, otherId } }, { live: ['change-person', 'merge-persons'] })
export const usePairs = (): Pairs => useRoute(records.pairs, {}, { live: ['merge-persons', 'keep-apart', 'add-person'] })
export const useMerge = (onDone: (reply: { personId: string }) => void) => usePost(records.merge, {}, { refreshes, onDone })
export const useKeepApart = (personId: string, otherId: string, onDone: () => void) =>
  usePost(pair.apart, { param: { personId, otherId } }, { refreshes, onDone })
export const useUndo = (mergeId: string): Undo => useRoute(records.merges[':mergeId'], { param: { mergeId } })
export const useUndoMerge = (onDone: () => void) => usePost(records.merge.undo, {}, { refreshes, onDone })
