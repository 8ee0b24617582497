import { question } from '../parts/ask.svelte';

let last = '';

/** The name of whoever answers for what does not hold, which the journal keeps; null when nobody does. Asked each time, with the name of the last time to begin with. */
export async function whoAnswers(text: string): Promise<string | null> {
  const who = await question.typed(text, last);
  if (who !== null) last = who;
  return who;
}
