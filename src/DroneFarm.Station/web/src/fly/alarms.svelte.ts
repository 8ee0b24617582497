import { choices } from '../choices.svelte';
import type { Picture } from '../station/picture';
import { say, t } from '../words/words.svelte';

let told = -1;
let sound: AudioContext | null = null;

/** Tells each alarm once, as tones and in the language of the page. What happened before the page was opened is shown, not told. */
export function tellAlarms(picture: Picture | null): void {
  if (!picture) return;
  const last = picture.alarms[picture.alarms.length - 1]?.number ?? 0;
  if (told < 0 || last < told) told = last; // just opened, or the station was restarted and counts anew
  for (const line of picture.alarms) {
    if (line.number <= told || !line.alarm) continue;
    tone();
    speak(`${t('fly.vehicle', line.vehicle)}: ${say(line.text)}`);
  }
  told = last;
}

/** Two rising tones, twice: heard beside a running generator, and told apart from a phone's. */
export function tone(): void {
  try {
    sound ??= new AudioContext();
    const start = sound.currentTime;
    [0, 0.18, 0.5, 0.68].forEach((at, i) => {
      const osc = sound!.createOscillator();
      const gain = sound!.createGain();
      osc.type = 'square';
      osc.frequency.value = i % 2 === 0 ? 880 : 1320;
      gain.gain.setValueAtTime(0.15, start + at);
      gain.gain.exponentialRampToValueAtTime(0.001, start + at + 0.16);
      osc.connect(gain).connect(sound!.destination);
      osc.start(start + at);
      osc.stop(start + at + 0.17);
    });
  } catch {
    // a browser without sound shows the alarm all the same
  }
}

export function speak(text: string): void {
  if (!choices.voice || !('speechSynthesis' in window)) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = choices.language === 'zh' ? 'zh-CN' : 'en-US';
  window.speechSynthesis.speak(words);
}
