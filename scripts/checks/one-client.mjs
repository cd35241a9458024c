import { readFileSync } from 'node:fs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/** Where an address, a request or the server’s type may be written out: everything else asks for a route by its name. */
const allowed = {
  'web/src/data/client.ts': ['an address of the API', 'the server’s type'],
  'web/src/data/api.ts': ['a request'],
  // What a form holds is let go while the page goes away, when no answer can be waited for.
  'web/src/data/form-hold.ts': ['a request'],
}
const isSource = (file) => /[.]tsx?$/.test(file) && !file.endsWith('.generated.ts')

const kinds = [
  ['an address of the API', /['"`/]\/?api(\/|['"`])/],
  ['the server’s type', /from '@dripline\/server/],
  ['a request', /(?<![\w.])fetch\(|new XMLHttpRequest|sendBeacon\(/],
]

/** What a text of the web box writes out that belongs to the typed client. */
export const writtenOut = (text) =>
  text.split('\n').flatMap((line, i) => kinds.filter(([, sign]) => sign.test(line)).map(([what]) => ({ what, line: i + 1 })))

/** Everything that asks our server past the typed client. */
export const clientFaults = (files = filesUnder('web/src').filter(isSource)) =>
  files.flatMap((file) =>
    writtenOut(readFileSync(at(file), 'utf8'))
      .filter(({ what }) => !allowed[file]?.includes(what))
      .map(({ what, line }) => `${file}:${line} writes out ${what}: ask by the route of web/src/data/client.ts`),
  )
