import { type Api, api } from './client.ts'
import { type Read, type Sent, usePost, useRoute } from './route.ts'

const lines: Api['people']['lines'] = api.people.lines
const ofLine: Api['people']['lines'][':lineId'] = lines[':lineId']

export type Lines = Read<typeof lines>
export type Line = Lines['lines'][number]
export type Terms = Sent<typeof lines>['terms']

const news = { live: ['set-line', 'retire-line'] }

export const useLines = (): Lines => useRoute(lines, {}, news)
export const useBeginLine = () => usePost(lines, {})
export const useSetLine = (lineId: string) => usePost(ofLine, { param: { lineId } })
export const useRetireLine = (lineId: string) => usePost(ofLine.retire, { param: { lineId } })
