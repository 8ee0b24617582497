import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Picture } from './picture';
import { openSession, session } from './session.svelte';

/** The latest picture, whole and never changed in place: ten a second come, and pages read what they need. */
class Live {
  picture = $state.raw<Picture | null>(null);
  connected = $state(false);
}
export const live = new Live();

let connection: HubConnection | null = null;
const drawEveryMs = 300;

export const vehicles = () => live.picture?.vehicles ?? [];
export const inControl = (): boolean => session.role === 'pilot' && live.picture?.control === session.mark && session.mark !== '';

export async function follow(): Promise<void> {
  if (connection) return;
  connection = new HubConnectionBuilder()
    .withUrl('/live')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (c) => (c.elapsedMilliseconds < 10_000 ? 250 : 1500) })
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = 5000;
  connection.on('picture', (picture: Picture) => {
    live.picture = picture;
    live.connected = true;
  });
  connection.onreconnecting(() => (live.connected = false));
  connection.onreconnected(() => void openSession());
  connection.onclose(() => (live.connected = false));
  sayDrawn();
  await connect();
}

async function connect(): Promise<void> {
  while (connection && connection.state === HubConnectionState.Disconnected) {
    try {
      await connection.start();
    } catch {
      await new Promise((wait) => setTimeout(wait, 1000)); // the station is away: tried until it is there
    }
  }
}

/** Only a screen that draws is a pilot's screen: told from the browser's drawing loop, which stands still when the page is frozen or hidden. */
function sayDrawn(): void {
  let last = 0;
  const frame = (now: number): void => {
    if (now - last >= drawEveryMs && connection?.state === HubConnectionState.Connected && inControl()) {
      last = now;
      void connection.send('Drawn').catch(() => undefined);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
