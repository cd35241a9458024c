import { type Api, api } from './client.ts'
import { type Read, type Sent, usePost, useRoute } from './route.ts'

const substances: Api['substances'] = api.substances

export type Book = Read<typeof substances.book>
export type BookLine = Book['lines'][number]
export type SafeVial = Book['vials'][number]
export type Discrepancy = Book['discrepancies'][number]
export type OpenCount = Read<typeof substances.count>
export type Receipt = Sent<typeof substances.receipts>

/** The drug book of a day, or of today. */
export const useBook = (day?: string): Book => useRoute(substances.book, { query: day ? { day } : {} }, { live: ['any'] })
export const useReceiveVials = (onDone: () => void) => usePost(substances.receipts, {}, { onDone })
export const useCorrectLine = (lineId: string, onDone: () => void) =>
  usePost(substances.lines[':lineId'].correct, { param: { lineId } }, { onDone })
export const useEmptyVial = (vialId: string, onDone: () => void) =>
  usePost(substances.vials[':vialId'].empty, { param: { vialId } }, { onDone })

export const useCount = (): OpenCount => useRoute(substances.count, {}, { live: ['open-count', 'enter-count', 'call-off-count'] })
export const useOpenCount = () => usePost(substances.count, {})
export const useEnterCount = (countId: string) => usePost(substances.count[':countId'].entries, { param: { countId } })
export const useCallOffCount = (countId: string) => usePost(substances.count[':countId']['call-off'], { param: { countId } })
export const useOwnDiscrepancy = (discrepancyId: string) =>
  usePost(substances.discrepancies[':discrepancyId'].own, { param: { discrepancyId } })
export const useCloseDiscrepancy = (discrepancyId: string) =>
  usePost(substances.discrepancies[':discrepancyId'].close, { param: { discrepancyId } })
