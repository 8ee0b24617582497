/**
 * A question that must be answered before something is done. It is asked inside the page: while a browser's own box stands open nothing is drawn, and a pilot's
 * page that draws nothing lets the heartbeat stop and brings the vehicles home.
 */
class Question {
  text = $state('');
  wantsText = $state(false);
  /** What stands in the box to begin with. */
  before = '';
  private answered: ((answer: string | null) => void) | null = null;

  async sure(text: string): Promise<boolean> {
    return (await this.open(text, false)) !== null;
  }
  /** What was typed; null when nothing was. */
  async typed(text: string, before = ''): Promise<string | null> {
    return (await this.open(text, true, before))?.trim() || null;
  }
  answer(answer: string | null): void {
    this.text = '';
    this.answered?.(answer);
    this.answered = null;
  }
  private open(text: string, wantsText: boolean, before = ''): Promise<string | null> {
    this.answer(null);
    [this.text, this.wantsText, this.before] = [text, wantsText, before];
    return new Promise((resolve) => (this.answered = resolve));
  }
}

export const question = new Question();
