import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from './fingerprint.mjs'
import { at } from './place.mjs'

/** Copies the sources into a folder, with the same packages; our own boxes among them are the copy's. */
export function copySources(folder) {
  for (const file of filesUnder('.')) cpSync(at(file), join(folder, file))
  if (existsSync(at('web/dist'))) symlinkSync(at('web/dist'), join(folder, 'web/dist'))
  const packages = join(folder, 'node_modules')
  mkdirSync(join(packages, '@dripline'), { recursive: true })
  for (const name of readdirSync(at('node_modules')))
    if (name !== '@dripline') symlinkSync(at('node_modules', name), join(packages, name))
  for (const box of readdirSync(at('node_modules/@dripline'))) symlinkSync(join(folder, box), join(packages, '@dripline', box))
}
