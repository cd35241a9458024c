import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { remember, stopOnSignals } from './children.mjs'
import { install } from './install.mjs'
import { at, environment, pinnedNode, requireNode, root } from './place.mjs'
import { inTurn } from './turn.mjs'

requireNode()
stopOnSignals()

try {
  await inTurn(async () => {
    await install()
    await build()
  })
  serve(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/** The server as a child on the pinned Node; the channel closes when this program dies, which tells the server to stop. */
function serve(args) {
  const child = spawn(pinnedNode(), ['server/src/main.ts', ...args], {
    cwd: root,
    detached: true,
    env: {
      ...environment,
      NODE_ENV: process.env.NODE_ENV ?? 'production',
      // What was compiled once is kept: the next start is quicker.
      NODE_COMPILE_CACHE: at('node_modules/.cache/dripline/compiled'),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  remember(child)
  child.on('exit', (code) => process.exit(code ?? 1))
}
