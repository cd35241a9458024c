import { globSync } from 'node:fs'
import { relative } from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname

/** What plays each drawing of the explorable. */
const turns = globSync('src/explore/*/play.tsx', { cwd: here })

/** Pages that are opened first: what they share comes in as few files as can be, for each answer costs its headers and a place in the line. */
const firsts = {
  paper: ['src/ui/public-frame.tsx'],
  public: ['src/paper.tsx', 'src/pages/public/book.tsx', 'src/pages/public/appointment.tsx'],
  answer: ['src/paper.tsx', 'src/pages/portal/check-in.tsx'],
  explore: ['src/explore/play.tsx', ...turns],
  main: ['src/main.tsx'],
  work: ['src/main.tsx', 'src/ui/work-frame.tsx'],
  room: ['src/pages/workspace/room.tsx'],
  visit: ['src/pages/workspace/visit.tsx'],
}

const nameOf = (id) => relative(here, id)

/** Every file of a build as it is without any say in it: what stands in it, and what it stands on. */
async function chunksOf(config) {
  const { output } = await build({ ...config, build: { ...config.build, write: false, minify: false } })
  return new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]))
}

function needs(chunks, entry) {
  const seen = new Set()
  const see = (file) => {
    const chunk = chunks.get(file)
    if (!chunk || seen.has(chunk)) return
    seen.add(chunk)
    chunk.imports.forEach(see)
  }
  for (const [file, { moduleIds }] of chunks) if (moduleIds.some((id) => nameOf(id) === entry)) see(file)
  return [...seen].flatMap(({ moduleIds }) => moduleIds)
}

const isPage = (name) => name.startsWith('src/pages/')
const isOwn = (name) => Object.values(firsts).flat().includes(name) || name.startsWith('src/pages/workspace/visit/')

/**
 * Which file of the build a module goes into, by name: all that the same first pages need goes into one, and none of them is sent what it
 * does not need. Null leaves it to the bundler: what is an entry, and what only one of them shares with pages that are opened later.
 */
export async function partsOf(config) {
  const chunks = await chunksOf(config)
  const entries = [...chunks.values()].flatMap(({ facadeModuleId }) => facadeModuleId ?? [])
  const later = entries.map(nameOf).filter((name) => isPage(name) && !isOwn(name))
  const forLater = new Set(later.flatMap((entry) => needs(chunks, entry)))
  const users = new Map()
  for (const [first, roots] of Object.entries(firsts))
    for (const id of new Set(roots.flatMap((entry) => needs(chunks, entry)))) users.set(id, [...(users.get(id) ?? []), first])
  return (id) => {
    // Whoever fetches a part later stands on this alone, and on nothing that it would be packed with.
    if (id.endsWith('vite/preload-helper.js')) return 'fetch'
    const all = users.get(id)
    if (!all || entries.includes(id)) return null
    if (!forLater.has(id) || all.includes('work')) return all.join('-')
    return all.length > 1 ? `${all.join('-')}-later` : null
  }
}
