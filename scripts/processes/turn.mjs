import { createHash } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { root } from '../place.mjs'

/** Both kinds are freed by the kernel when their owner dies, even by kill -9; a lock file or a socket file is not. */
function addressFor(folder) {
  const name = createHash('sha256').update(folder).digest('hex')
  if (process.platform === 'linux') return { path: `\0dripline-${name}` }
  return { host: '127.0.0.1', port: 20_000 + (Number.parseInt(name.slice(0, 6), 16) % 10_000) }
}

/** Does the work while no other start in this folder does; a second one waits until the first has finished or died. */
export async function inTurn(work, folder = root) {
  const lock = await take(addressFor(folder), false)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

async function take(address, hasSaid) {
  const lock = await listen(address)
  if (lock) return lock
  if (!hasSaid) console.log('Another start is preparing this folder; waiting for it to finish.')
  await untilFree(address)
  return take(address, true)
}

function listen(address) {
  return new Promise((done, failed) => {
    const waiting = new Set()
    const server = createServer((socket) => {
      waiting.add(socket.on('error', () => {}))
    })
    const release = () => {
      server.close()
      for (const socket of waiting) socket.destroy()
    }
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? done(undefined) : failed(error)))
    server.listen(address, () => done({ release }))
  })
}

/** Waits on a connection to the owner: it closes when the owner lets go or dies. */
const untilFree = (address) =>
  new Promise((done) =>
    connect(address)
      .on('error', () => {})
      .on('close', () => setTimeout(done, 50))
      .resume(),
  )
