import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** All pages but the settings draw a map: its library is fetched while the shell starts, not after it. */
const mapEarly: Plugin = {
  name: 'map-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && !file.isEntry && !file.isDynamicEntry && Object.keys(file.modules).some((id) => id.includes('/node_modules/ol/')))
        .map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${file.fileName}` }, injectTo: 'head' as const })),
  },
};

export default defineConfig({
  plugins: [svelte(), mapEarly],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
  test: { include: ['test/**/*.test.ts'] },
} as never);
