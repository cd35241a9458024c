import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE_MB = 900
const MB = 1024 * 1024

/** A small file system that can be filled up, or null where this machine does not let one be made. */
export const smallDisk = () => {
  const place = mkdtempSync(join(tmpdir(), 'dripline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=777`, 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    rmSync(place, { recursive: true, force: true })
    return null
  }
  const [filler, data] = [join(place, 'filler'), join(place, 'postgres')]
  mkdirSync(data)
  chmodSync(data, 0o777)
  return {
    /** Where a database can live on it. */
    place: data,
    /** Writes until nothing more fits. */
    fill: () => {
      const file = openSync(filler, 'w')
      const block = Buffer.alloc(MB)
      try {
        for (let size = MB; size >= 1; )
          try {
            writeSync(file, block, 0, size)
          } catch {
            size = Math.floor(size / 2)
          }
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', place], { stdio: 'ignore' })
      rmSync(place, { recursive: true, force: true })
    },
  }
}

export type SmallDisk = NonNullable<ReturnType<typeof smallDisk>>
