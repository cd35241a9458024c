import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv } from 'node:process'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

// `node web/gallery.mjs [folder]`: the gallery as one page that needs neither a server nor a network.
const here = import.meta.dirname
const folder = resolve(argv[2] ?? join(here, '../docs/gallery'))
const aside = join(folder, '.parts')

await build({
  configFile: false,
  root: here,
  logLevel: 'warn',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: aside,
    emptyOutDir: true,
    copyPublicDir: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    lib: {
      entry: join(here, 'src/gallery/main.tsx'),
      formats: ['es'],
      fileName: () => 'gallery.js',
      cssFileName: 'gallery',
    },
  },
})
const part = (name) => readFileSync(join(aside, name), 'utf8')
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${part('gallery.css')}</style>`
const script = part('gallery.js').replaceAll('</script', '<\\/script')
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><head>${head}</head><body><div id="root"></div><script type="module">${script}</script></body></html>`,
)
rmSync(aside, { recursive: true, force: true })
