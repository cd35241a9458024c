import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')

export const sheets = ['marks', 'fields', 'views', 'frames', 'charts'] as const
export const modes = ['light', 'dark', 'dim'] as const
/** A phone, a tablet at the chair, a desk; px. */
export const widths = [390, 820, 1440] as const

/** Builds the gallery into a folder, its own or a given one; `urlOf` is one of its sheets in one of its modes. */
export async function openGallery(given?: string) {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'dripline-gallery-'))
  await promisify(execFile)(process.execPath, [join(root, 'web/gallery.mjs'), folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const page = pathToFileURL(join(folder, 'index.html')).href
  return {
    urlOf: (sheet: string, mode: string) => `${page}?sheet=${sheet}&mode=${mode}`,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
