import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Two builds from one source: the browser's, and the one the server draws documents with. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:5]' } },
  ssr: { noExternal: true },
  // Read by the browser's build alone: see there.
  resolve: {
    alias: isSsrBuild ? [] : [{ find: /^temporal-polyfill$/, replacement: join(import.meta.dirname, 'src/temporal.ts') }],
  },
  worker: { format: 'es' as const },
  build: isSsrBuild
    ? {
        ssr: 'src/entry-server.tsx',
        outDir: 'dist/server',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: 'entry-server.js' } },
      }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['src/main.tsx', 'src/paper.tsx', 'src/explore.ts', 'src/ui/public-frame.tsx', 'src/base.css'],
          // Both entries stand on this one; else it would be packed with what only the workspace needs.
          output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }] } },
        },
      },
}))
