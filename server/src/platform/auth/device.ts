import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Ground } from '../ground.ts'
import { attributes, isPlain } from './cookie.ts'

const nameOf = (origin: string) => (isPlain(origin) ? 'dripline-device' : '__Host-dripline-device')

/** A browser's own id, and for each person who has signed in on it a mark that only we can make. */
type Device = string

const MOST_PEOPLE = 12
const SHAPE = /^[\da-f-]{36}(\.[\w-]{43})*$/
const KEPT_S = 180 * 24 * 3600

/** What a browser says it is; nothing when it says nothing, or nonsense. */
export const deviceOf = (c: Context, origin: string): Device | undefined => {
  const said = getCookie(c, nameOf(origin))
  return said !== undefined && SHAPE.test(said) ? said : undefined
}

/** The id of a browser, by which its tries are counted. */
export const deviceId = (device: Device): string => device.split('.')[0] ?? device

const markOf = ({ keys }: Pick<Ground, 'keys'>, id: string, accountId: string) => keys.token('device', id, accountId)

/** Whether this person has signed in on this browser before. */
export const isKnownTo = (ground: Pick<Ground, 'keys'>, device: Device | undefined, accountId: string): boolean =>
  device
    ?.split('.')
    .slice(1)
    .some((mark) => ground.keys.made(mark, 'device', deviceId(device), accountId)) ?? false

const KNOWN = 5000
const marked = new WeakMap<Ground['keys'], Set<string>>()

/** Whether it knows so by a mark of today's key, or needs one: asked at every request, so a yes is kept. */
export const isMarkedFor = (ground: Pick<Ground, 'keys'>, device: Device | undefined, accountId: string): boolean => {
  if (device === undefined) return false
  const mine = marked.get(ground.keys) ?? new Set<string>()
  marked.set(ground.keys, mine)
  const name = `${accountId} ${device}`
  if (mine.has(name)) return true
  const isMarked = device
    .split('.')
    .slice(1)
    .includes(markOf(ground, deviceId(device), accountId))
  if (isMarked) {
    if (mine.size >= KNOWN) mine.clear()
    mine.add(name)
  }
  return isMarked
}

/** Lets this browser prove from now on that this person has signed in on it; who came longest ago is forgotten first. */
export const remember = (c: Context, origin: string, ground: Ground, device: Device | undefined, accountId: string): void => {
  const [id = ground.newId(ground.clock()), ...marks] = device?.split('.') ?? []
  const others = marks.filter((mark) => !ground.keys.made(mark, 'device', id, accountId))
  const kept = [...others, markOf(ground, id, accountId)].slice(-MOST_PEOPLE)
  setCookie(c, nameOf(origin), [id, ...kept].join('.'), { ...attributes(origin), maxAge: KEPT_S })
}
