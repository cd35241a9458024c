import { type ComponentType, lazy } from 'react'

/** A part of a page whose file could not be had: after an update it has another name, which only a new document knows. */
export class PartMissing extends Error {}

/** A part's file, or the error that says it could not be had. */
export const fetchPart = <Part>(load: () => Promise<Part>): Promise<Part> =>
  load().catch((cause: unknown) => {
    throw new PartMissing('A part of the page could not be fetched', { cause })
  })

/** A part of a page that is fetched when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() => fetchPart(load).then((part) => ({ default: part })))
