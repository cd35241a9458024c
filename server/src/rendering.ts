import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Render } from './platform/show.ts'

const web = join(import.meta.dirname, '../../web/dist')

/** Thrown when there is no bundle of the web box to serve. */
export class PagesMissing extends Error {
  override readonly name = 'PagesMissing'
  constructor() {
    super('The pages are not built yet; `npm start` builds them.')
  }
}

/** The web box's server bundle and the folder of its browser files, by path: the only meeting of server and web at run time. */
export const loadRender = async (): Promise<{ render: Render; folder: string }> => {
  const bundle = join(web, 'server/entry-server.js')
  if (!existsSync(bundle)) throw new PagesMissing()
  const { render } = await import(pathToFileURL(bundle).href)
  return { render, folder: join(web, 'client') }
}
