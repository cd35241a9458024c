import { build } from './build.mjs'
import { install } from './install.mjs'
import { inTurn } from './processes/turn.mjs'

/** Installs and builds whatever is out of date, while no other start in this folder does. */
export const prepare = () =>
  inTurn(async () => {
    await install()
    await build()
  })
