import { Refused } from '../station/api';
import { say, t } from '../words/words.svelte';

/** One line at the foot of the page for a moment: what was done, or why not. */
class Notices {
  text = $state('');
  bad = $state(false);
  private timer = 0;

  tell(text: string, bad = false): void {
    [this.text, this.bad] = [text, bad];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.text = ''), bad ? 9000 : 3500) as unknown as number;
  }

  /** Runs what a button asks for; what the station refuses is told in its words. */
  async try(work: () => Promise<unknown>, done = ''): Promise<boolean> {
    try {
      await work();
      if (done) this.tell(done);
      return true;
    } catch (error) {
      if (error instanceof Refused) this.tell(error.findings[0] ? say(error.findings[0].text) : t('app.refused', error.status), true);
      else if (error instanceof TypeError) this.tell(t('app.away'), true);
      else throw error;
      return false;
    }
  }
}

export const notices = new Notices();
