import { spawn } from 'node:child_process'
import { at, environment, pinnedNode, root } from '../place.mjs'
import { remember } from './children.mjs'

/** Runs a program as a child on the pinned Node and ends with it; the channel closes when this program dies, which tells the child to stop. */
export function serve(program, args) {
  const child = spawn(pinnedNode(), [program, ...args], {
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
