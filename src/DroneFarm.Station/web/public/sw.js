// The shell of the pages works without the station: it says that the link is away and keeps trying. Data is never cached: an old number must not look new.
const shell = 'dronefarm-shell-1';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(['/', '/icon.svg', '/manifest.webmanifest'])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter((k) => k !== shell).map((k) => caches.delete(k)))).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/') || url.pathname.startsWith('/live')) return;
  const keep = (answer) => {
    if (answer.ok) {
      const copy = answer.clone();
      void caches.open(shell).then((cache) => cache.put(event.request, copy));
    }
    return answer;
  };
  event.respondWith(
    url.pathname.startsWith('/assets/')
      ? caches.match(event.request).then((kept) => kept ?? fetch(event.request).then(keep))
      : fetch(event.request).then(keep).catch(() => caches.match(event.request).then((kept) => kept ?? caches.match('/'))),
  );
});
