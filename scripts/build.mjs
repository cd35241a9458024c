import { rmSync } from 'node:fs'
import { filesUnder, fingerprint, isStamped, leaveStamp } from './fingerprint.mjs'
import { at, pinnedNode } from './place.mjs'
import { run } from './processes/children.mjs'

const stamp = 'web/dist/.stamp'
const isSource = (file) => !/[.]test[.]tsx?$|__snapshots__|^web\/tsconfig/.test(file)

/** Builds the web when its sources, or those it draws on, have changed since it was last built. */
export async function build() {
  const print = fingerprint(filesUnder('web', 'clinical/src', 'engine/src', 'package-lock.json').filter(isSource))
  if (isStamped(stamp, print)) return
  const started = Date.now()
  console.log('Building the web pages.')
  rmSync(at(stamp), { force: true })
  const { code } = await run(pinnedNode(), ['web/build.mjs'], { env: { NODE_ENV: 'production' } })
  if (code !== 0) throw new Error('The web pages could not be built: see the lines above.')
  leaveStamp(stamp, print)
  console.log(`Web pages built in ${Math.round((Date.now() - started) / 1000)} s.`)
}
