import type { ApiType } from '@dripline/server/api'
import { hc } from 'hono/client'

export type Api = ReturnType<typeof hc<ApiType>>['api']

/** Every route of our server by its own path, typed by the server itself. */
export const api: Api = hc<ApiType>('/').api

/** The parts of the API, as a write names what it makes old. */
export type Area = keyof Api & string

type Said = (args: never, options?: never) => Promise<unknown>
type Path = (args?: never) => string

/** A route that can be read, or written to. */
export type Readable = { $get: Said; $path: Path }
export type Writable = { $post: Said; $path: Path }

type Params = { param?: Record<string, string>; query?: Record<string, string> }

/** The address of a route with its parameters: what is loaded from it is kept under this. */
export const addressOf = (route: { $path: Path }, args: Params = {}): string => route.$path(args as never)

/** Everything loaded from a part of the API begins so. */
export const areaOf = (area: Area): string => `/api/${area}`

/** The part of the API that an address belongs to. */
export const areaIn = (address: string): string => address.split('/').slice(0, 3).join('/')
